# setup.sh - what demo.sh, run.sh and the benchmark share; sourced, not run.
#
# On Debian and Ubuntu: installs what is missing, builds the extension and installs it into the
# server's directories, and starts a throw-away PostgreSQL on a unix socket in a temporary folder,
# which goes away with the script. Existing clusters are neither used nor touched. As root the
# server runs as the user postgres; otherwise it runs as you, and sudo installs.

set -eu
export LC_ALL=C
# Whatever would lead to another server, or change what is printed: PGHOSTADDR, PGSERVICE, PGTZ ...
for variable in $(env | sed -n 's/^\(PG[A-Z]*\)=.*/\1/p'); do
	unset "$variable"
done
unset PG_COLOR MAKEFLAGS MAKELEVEL CDPATH

top=$(cd "$(dirname "$0")/.." && pwd)
while [ ! -f "$top/mentorgraph.control" ] && [ "$top" != / ]; do
	top=$(dirname "$top")
done
cluster=
leftovers=	# files elsewhere that go with the cluster

die() {
	echo "$0: $*" >&2
	exit 1
}

as_root() {
	if [ "$(id -u)" = 0 ]; then
		"$@"
	elif command -v sudo >/dev/null; then
		sudo "$@"
	else
		die "needs root for '$1': run it as root, or install sudo"
	fi
}

# as_server COMMAND...: as the user who runs the server
as_server() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid postgres --regid postgres --clear-groups "$@"
	else
		"$@"
	fi
}

installed() {
	dpkg-query -W -f '${Status}' "$1" 2>/dev/null | grep -q 'ok installed'
}

# install_packages NAME...: those that are missing
install_packages() {
	missing=
	for package in "$@"; do
		installed "$package" || missing="$missing $package"
	done
	[ -n "$missing" ] || return 0
	command -v apt-get >/dev/null ||
		die "needs$missing: install them with your system's package manager"
	[ -n "${lists_updated:-}" ] || update_lists
	# shellcheck disable=SC2086
	as_root env DEBIAN_FRONTEND=noninteractive apt-get -o DPkg::Lock::Timeout=300 -qq -y \
		install --no-install-recommends $missing >/dev/null </dev/null ||
		die "could not install$missing: see the messages of apt-get above"
}

update_lists() {
	as_root apt-get -o DPkg::Lock::Timeout=300 -qq update </dev/null ||
		die "apt-get update failed: check the machine's package sources"
	lists_updated=yes
}

# The newest major whose server and headers are both here, if any.
major_here() {
	for folder in /usr/lib/postgresql/*/bin; do
		major=$(basename "$(dirname "$folder")")
		[ -x "$folder/initdb" ] && [ -x "$folder/pg_config" ] &&
			[ -f "$("$folder/pg_config" --includedir-server)/postgres.h" ] && echo "$major"
	done 2>/dev/null | sort -n | tail -1
}

# Installs the distribution's default major, without the cluster that its package would create.
install_server() {
	update_lists
	major=$(apt-cache depends postgresql | sed -n 's/.*Depends: postgresql-\([0-9][0-9]*\)$/\1/p' |
		head -1)
	[ -n "$major" ] || die "the package sources have no PostgreSQL: enable the distribution's main archive"
	install_packages postgresql-common
	settings=/etc/postgresql-common/createcluster.conf
	saved=$(mktemp)
	cat "$settings" >"$saved" 2>/dev/null || true
	trap restore_settings EXIT
	exit_on_signals
	echo 'create_main_cluster = false' | as_root tee -a "$settings" >/dev/null
	install_packages "postgresql-$major" "postgresql-server-dev-$major"
	trap - EXIT
	restore_settings
}

restore_settings() {
	as_root tee "$settings" <"$saved" >/dev/null
	rm -f "$saved"
}

# A signal ends the script by way of its EXIT trap.
exit_on_signals() {
	trap 'exit 129' HUP
	trap 'exit 130' INT
	trap 'exit 141' PIPE
	trap 'exit 143' TERM
}

# prepare [PACKAGE...]: compiler, make, server and the packages named; sets PG_CONFIG and bin
prepare() {
	install_packages gcc make libc6-dev "$@"
	if [ -z "${PG_CONFIG:-}" ]; then
		[ -n "$(major_here)" ] || install_server
		PG_CONFIG=/usr/lib/postgresql/$(major_here)/bin/pg_config
	fi
	[ -x "$(command -v "$PG_CONFIG")" ] || die "PG_CONFIG=$PG_CONFIG cannot be run: name the pg_config of a server"
	export PG_CONFIG
	bin=$("$PG_CONFIG" --bindir)
	[ -x "$bin/initdb" ] || die "$PG_CONFIG belongs to no server: install one, or set PG_CONFIG"
}

# build: compiles with warnings as errors and installs; what was compiled for another server goes first
build() {
	others=$(find "$top/src" -name '*.d' -exec grep -h '/postgres\.h:$' {} + |
		grep -vxF "$("$PG_CONFIG" --includedir-server)/postgres.h:" || true)
	if [ -n "$others" ]; then
		make -s -C "$top" with_llvm=no clean >/dev/null
		mkdir -p "$top/test/output" # where callers keep logs, and which this removes
		find "$top/src" -name '*.d' -exec rm -f {} + # those of sources that are gone too
	fi
	make -s -C "$top" with_llvm=no WERROR=-Werror all >/dev/null ||
		die "the build failed: see the messages of the compiler above"
	as_root make -s -C "$top" with_llvm=no WERROR=-Werror PG_CONFIG="$PG_CONFIG" install >/dev/null ||
		die "could not install into $("$PG_CONFIG" --pkglibdir)"
}

# cause LOG: the first line that tells of an error, or the last one
cause() {
	grep -m 1 -i -e 'error:' -e 'fatal:' "$1" 2>/dev/null || tail -n 1 "$1" 2>/dev/null ||
		echo "no log was written"
}

# start_cluster [SETTING...]: starts the throw-away server, exports PGHOST and PGUSER
start_cluster() {
	trap stop_cluster EXIT
	exit_on_signals
	cluster=$(mktemp -d /tmp/mg.XXXXXX)
	chmod 755 "$cluster"
	if [ "$(id -u)" = 0 ]; then
		id postgres >/dev/null 2>&1 ||
			die "needs the user postgres: install PostgreSQL's package, or do not run as root"
		chown postgres "$cluster"
	fi
	(
		cd "$cluster"
		as_server "$bin/initdb" -D data -N -A trust --no-locale -E UTF8 -U postgres >initdb.log 2>&1
	) || die "initdb failed: $(cause "$cluster/initdb.log")"
	{
		echo "listen_addresses = ''"
		echo "unix_socket_directories = '$cluster'"
		echo "fsync = off"
		echo "max_wal_size = 4GB"
		echo "timezone = 'UTC'"
		for setting in "$@"; do
			echo "$setting"
		done
	} | as_server tee -a "$cluster/data/postgresql.conf" >/dev/null
	(
		cd "$cluster"
		as_server "$bin/pg_ctl" -D data -w -l log start >/dev/null
	) || die "the server did not start: $(cause "$cluster/log")"
	export PGHOST="$cluster" PGUSER=postgres PGDATABASE=postgres
	PATH="$bin:$PATH"
}

# Stops every server below the folder: a test that was interrupted may have left its own there.
stop_cluster() {
	status=$?
	trap - EXIT
	trap '' HUP INT PIPE TERM
	if [ -n "$cluster" ]; then
		cd "$cluster"
		find "$cluster" -name postmaster.pid 2>/dev/null | while read -r file; do
			as_server "$bin/pg_ctl" -D "$(dirname "$file")" -m immediate stop >/dev/null 2>&1 || true
		done
		cd /
		rm -rf "$cluster" 2>/dev/null || { sleep 1 && rm -rf "$cluster"; } || true
	fi
	# shellcheck disable=SC2086
	[ -z "$leftovers" ] || as_root rm -f $leftovers || true
	exit "$status"
}
