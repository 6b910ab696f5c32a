# signatures.awk - the signatures in sql/README.md, a line each: section, tab, signature.
#
# A signature stands in a block ```signature; a line that is indented continues the line before. One that ends
# with "-> rows" or "-> row" gets its result columns from the next table whose head is | Column | Type | ...;
# a row of the table may name several columns of one type.

/^## /		{ finish(); section = substr($0, 4) }
/^### /		{ finish() }
/^```signature$/ { finish(); inside = 1; next }
/^```$/		{ inside = 0 }
inside && /^[^ ]/	{ signature[++count] = $0 }
inside && /^ /	{ sub(/^ +/, " "); signature[count] = signature[count] $0 }
/^\| Column \| Type \|/ { table = 1; next }
!/^\|/		{ table = 0 }
table && !/^\|--/	{
	split($0, cell, / *\| */)
	gsub(/`/, "", cell[2])
	names = split(cell[2], name, /, /)
	for (i = 1; i <= names; i++)
		columns = columns (columns == "" ? "" : ", ") name[i] " " cell[3]
}
END			{ finish() }

function finish(   n) {
	for (n = 1; n <= count; n++)
		print section "\t" signature[n] (signature[n] ~ /-> rows?$/ ? " (" columns ")" : "")
	count = 0
	columns = ""
}
