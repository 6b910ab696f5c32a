#!/bin/sh
# matrix.sh [MAJOR...] - the server's tests on other majors of PostgreSQL, and pg_upgrade between them.
#
# Each major lives in a root folder of its own with the suite of Debian that has it (17: trixie,
# 18: forky, 19: sid and experimental), kept between runs below MG_CACHE (default
# /var/tmp/mentorgraph), 1 GB each. The mirror is the machine's own. Needs root, debootstrap (which it
# installs) and some five minutes when cold. A major that the archive does not offer is skipped.
# PostgreSQL 16 is in no suite. Prints a line for each test; the last is "N passed, N failed".

. "$(dirname "$0")/setup.sh"

[ "$(id -u)" = 0 ] || die "needs root for chroot: run it as root or with sudo"
cache=${MG_CACHE:-/var/tmp/mentorgraph}
passed=0
failed=0

ok() {
	echo "ok - $*"
	passed=$((passed + 1))
}

not_ok() {
	echo "not ok - $*"
	failed=$((failed + 1))
}

suites_of() {
	case $1 in
		15) echo bookworm ;;
		17) echo trixie ;;
		18) echo forky ;;
		19) echo sid experimental ;;
		*) die "no suite is known for PostgreSQL $1: 17, 18 or 19" ;;
	esac
}

# inside ROOT COMMAND...: runs a command in a root folder with /proc and shared memory of its own
inside() {
	root=$1
	shift
	unshare -m sh -c 'root=$1; shift
		mount -t proc proc "$root/proc"
		mount -t tmpfs -o mode=1777 tmpfs "$root/dev/shm"
		exec chroot "$root" env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root \
			LC_ALL=C "$@"' sh "$root" "$@"
}

# make_root MAJOR FOLDER: a root folder with that major's server and headers
make_root() {
	major=$1
	folder=$2
	# shellcheck disable=SC2046
	set -- $(suites_of "$major")
	install_packages debootstrap
	mirror=$(apt-get indextargets --format '$(SITE)' 'Created-By: Packages' | head -1)
	rm -rf "$folder"
	mkdir -p "$(dirname "$folder")"
	debootstrap --variant=minbase "$1" "$folder" "$mirror" sid >"$folder.log" 2>&1 || return 1
	for suite in "$@"; do
		echo "deb $mirror $suite main"
	done >"$folder/etc/apt/sources.list"
	# security updates, where the suite has them
	apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
		sed -n "s/bookworm-security/$1-security/p" | grep -- "-security main" | sed 's/^/deb /' >"$folder/security.list"
	cp /etc/apt/apt.conf.d/* "$folder/etc/apt/apt.conf.d/" 2>/dev/null || true
	cp /etc/resolv.conf /etc/hosts "$folder/etc/" 2>/dev/null || true
	mkdir -p "$folder/etc/postgresql-common"
	echo 'create_main_cluster = false' >"$folder/etc/postgresql-common/createcluster.conf"
	printf '#!/bin/sh\nexit 101\n' >"$folder/usr/sbin/policy-rc.d"
	chmod +x "$folder/usr/sbin/policy-rc.d"
	inside "$folder" sh -c "
		[ ! -s /security.list ] || cp /security.list /etc/apt/sources.list.d/
		if ! apt-get -o Acquire::Check-Valid-Until=false -qq update; then
			rm -f /etc/apt/sources.list.d/security.list
			apt-get -o Acquire::Check-Valid-Until=false -qq update
		fi
		export DEBIAN_FRONTEND=noninteractive
		apt-get -qq -y install --no-install-recommends postgresql-$major ${2:+libpq5/$2} &&
		apt-get -qq -y install --no-install-recommends gcc libc6-dev make libipc-run-perl &&
		cd /tmp && apt-get -qq download postgresql-server-dev-$major libpq-dev${2:+/$2} &&
		for package in *.deb; do dpkg -x \$package /; done" >>"$folder.log" 2>&1 || return 1
	touch "$folder/complete"
}

# A copy of the project, as git has it with what is not committed.
copy_project() {
	rm -rf "$1/mentorgraph"
	mkdir -p "$1/mentorgraph"
	(cd "$top" && tar -c --exclude=./.git --exclude=./test/output --exclude='*.o' --exclude='*.d' --exclude='*.so' .) |
		tar -x -C "$1/mentorgraph"
	chmod -R a+rX "$1/mentorgraph"
}

check_major() {
	folder=$cache/root-$1
	if [ ! -f "$folder/complete" ] && ! make_root "$1" "$folder"; then
		echo "# skipped: PostgreSQL $1 cannot be had here: $(grep -E '^E:' "$folder.log" | tail -1)"
		return
	fi
	version=$(inside "$folder" "/usr/lib/postgresql/$1/bin/postgres" --version | sed 's/.*) \([^ ]*\).*/\1/')
	copy_project "$folder"
	if inside "$folder" sh /mentorgraph/test/run.sh server upgrade tap demo >"$folder.log" 2>&1; then
		ok "PostgreSQL $version: $(tail -1 "$folder.log")"
	else
		grep -v '^ok' "$folder.log" | sed "s/^/# $1: /" | head -60
		not_ok "PostgreSQL $version: $(tail -1 "$folder.log")"
	fi
}

# The host's server into a root folder, with the libraries that are missing there, to upgrade from it.
check_pg_upgrade() {
	folder=$cache/root-$1
	[ -f "$folder/complete" ] || return 0
	host=$(major_here)
	if [ "$host" = "$1" ]; then
		return 0
	fi
	mkdir -p "$folder/usr/lib/postgresql" "$folder/usr/share/postgresql" "$folder/opt/host"
	cp -a "/usr/lib/postgresql/$host" "$folder/usr/lib/postgresql/"
	cp -a "/usr/share/postgresql/$host" "$folder/usr/share/postgresql/"
	# what build has installed, wherever that is
	cp "$("$PG_CONFIG" --pkglibdir)/mentorgraph.so" "$folder/usr/lib/postgresql/$host/lib/"
	cp "$("$PG_CONFIG" --sharedir)"/extension/mentorgraph* "$folder/usr/share/postgresql/$host/extension/"
	echo /opt/host >"$folder/etc/ld.so.conf.d/zz-host.conf"
	for round in 1 2 3 4 5 6 7 8 9; do
		inside "$folder" ldconfig
		programs=/usr/lib/postgresql/$host/bin
		missing=$(inside "$folder" sh -c "ldd $programs/postgres $programs/initdb $programs/pg_dump" |
			sed -n 's/^[[:space:]]*\([^ ]*\) => not found.*/\1/p' | sort -u)
		[ -n "$missing" ] || break
		for library in $missing; do
			cp -L "$(ldconfig -p | sed -n "s/.*$library.* => //p" | head -1)" "$folder/opt/host/"
		done
	done
	if inside "$folder" sh /mentorgraph/test/pg_upgrade.sh "$host" "$1" >"$folder.upgrade.log" 2>&1; then
		ok "pg_upgrade from $host to $1"
	elif grep -q pg_attver "$folder.upgrade.log"; then
		echo "# skipped: pg_upgrade from $host to $1: this minor release of $1 does not know the option" \
			"pg_attver of $host's"
	else
		tail -20 "$folder.upgrade.log" | sed "s/^/# $1: /"
		not_ok "pg_upgrade from $host to $1"
	fi
}

prepare
build
[ $# -gt 0 ] || set -- 17 18 19
for major in "$@"; do
	check_major "$major"
	check_pg_upgrade "$major"
done
echo "$passed passed, $failed failed"
[ "$failed" = 0 ]
