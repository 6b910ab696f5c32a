cd /work/w/front/test
. ./setup.sh
prepare; start_cluster
echo "$PGHOST" > /tmp/front/host
n=0; while [ ! -f /tmp/front/stop ] && [ $n -lt 2400 ]; do sleep 1; n=$((n+1)); done
