# examples.awk - the examples of a Markdown page: SQL in a block ```sql, what it prints in a block ```text after it.
#
#   -v mode=script                a script for psql that runs all of them, each after a line <<number heading>>
#   -v mode=expected              what that script should print, as the page says
#   -v mode=write -v actual=FILE  the page, with what the script has printed

BEGIN {
	while (mode == "write" && (getline line < actual) > 0)
		if (line ~ /^<<[0-9]+ .*>>$/)
			example = substr(line, 3, length(line) - 4)
		else
			printed[example] = printed[example] line "\n"
}

state == "sql" && /^```$/ {
	state = "after"
	held = ""
	if (mode == "write")
		print
	next
}
state == "sql" && mode != "expected"	{ print; next }
state == "text" && /^```$/	{ state = ""; next }
state == "text" && mode == "expected"	{ print; next }
state == "sql" || state == "text"	{ next }

state == "after" && /^$/	{ held = held "\n"; next }
state == "after" && /^```text$/	{ state = "text"; show(held); next }
state == "after" && mode == "write"	{ show("\n"); printf "%s", held }

/^```sql$/ {
	example = ++count " " heading
	state = "sql"
	if (mode == "script")
		print "\\echo '<<" example ">>'"
	if (mode == "expected")
		print "<<" example ">>"
	if (mode == "write")
		print
	next
}
/^##/	{ heading = $0; gsub(/^#+ |'/, "", heading) }
{ state = "" }
mode == "write"
END			{ if (state == "after") show("\n") }

# show(BETWEEN): in mode write, what the last example has printed, after these empty lines
function show(between) {
	if (printed[example] != "")
		printf "%s", between "```text\n" printed[example] "```\n"
}
