#!/bin/sh
# browser.sh FOLDER - looks at every page FOLDER/*.html in headless Chromium, 400 and 1400 pixels wide, light and dark:
# nothing is wider than the window, and nothing is written to the console. A line for each page and width; status 1 if
# one is not right. With --shots a picture of each is left beside the page.
set -eu
shots=
if [ "$1" = --shots ]; then
	shots=yes
	shift
fi
folder=$(cd "$1" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

# browse SCHEME ARGUMENT...: what Chromium prints; each call starts afresh
browse() {
	scheme=$1
	shift
	timeout 120 chromium --headless=new --no-sandbox --disable-gpu --hide-scrollbars --allow-file-access-from-files \
		--enable-logging=stderr --user-data-dir="$work/profile" --blink-settings=preferredColorScheme="$scheme" "$@"
}

# A window cannot be made narrow enough: the page is looked at in a frame. What sticks out of it is named.
frame() {
	cat <<-END
		<!DOCTYPE html><html><head><meta charset="utf-8"><style>:root { color-scheme: light dark } body { margin: 0 }
		iframe { border: 0; display: block; width: $2px; height: $3px }</style></head><body><iframe \
			src="file://$1"></iframe>
		<script>onload = function () {
			var page = document.querySelector('iframe').contentDocument, wide = [], all = \
				page.querySelectorAll('body, body *');
			for (var i = 0; i !== all.length; i++) {
				var box = all[i].getBoundingClientRect();
				if (box.right > $2 + 0.5 || box.left < -0.5 ||
					all[i].scrollWidth > all[i].clientWidth + 1 && all[i].clientWidth > 1)
					wide.push(all[i].tagName + '.' + all[i].className);
			}
			document.title = ['RESULT', page.documentElement.scrollWidth, page.documentElement.scrollHeight, all.length,
				wide.slice(0, 5).join(',')].join(' ');
		}</script></body></html>
	END
}

status=0
for page in "$folder"/*.html; do
	for width in 400 1400; do
		frame "$page" "$width" 1000 >"$work/frame.html"
		browse 1 --window-size=1400,1000 --virtual-time-budget=5000 --dump-dom \
			"file://$work/frame.html" >"$work/dom" 2>"$work/log" || true
		result=$(sed -n 's/.*<title>RESULT \([^<]*\)<.*/\1/p' "$work/dom")
		# shellcheck disable=SC2086
		set -- $result
		messages=$(grep -c 'CONSOLE' "$work/log" || true)
		if [ $# = 3 ] && [ "$1" -le "$width" ] && [ "$3" -gt 10 ] && [ "$messages" = 0 ]; then
			echo "ok - browser: $(basename "$page") at $width pixels, $2 high"
		else
			echo "not ok - browser: $(basename "$page") at $width pixels: width ${1:-unknown}, $messages messages," \
				"too wide: ${4:-nothing}"
			status=1
		fi
		for scheme in ${shots:+0 1}; do
			[ $# -ge 2 ] || continue
			frame "$page" "$width" "$2" >"$work/frame.html"
			name=light
			[ "$scheme" = 1 ] || name=dark
			browse "$scheme" --window-size="$((width < 500 ? 500 : width)),$2" \
				--screenshot="${page%.html}_${width}_$name.png" "file://$work/frame.html" >/dev/null 2>&1 || true
		done
	done
done
exit "$status"
