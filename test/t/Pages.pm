# The SQL of a documentation page, so that a test runs what the page says.
package Pages;

use strict;
use warnings;
use Cwd 'abs_path';
use File::Basename;
use PostgreSQL::Test::Utils;
use Exporter 'import';

our @EXPORT = qw(top page_blocks);

# The folder of the checkout, or of the copy of it that the tests run from.
sub top
{
	return abs_path(dirname(abs_path(__FILE__)) . '/../..');
}

# The blocks ```sql below a heading of a page, in order: where each is run, which its first line says after "-- ", and
# the SQL.
sub page_blocks
{
	my ($page, $heading) = @_;
	my ($section) = slurp_file(top() . "/$page") =~ /^## \Q$heading\E\n(.*?)(?=^## |\z)/ms
		or die "$page has no section $heading";
	my @blocks;

	while ($section =~ /^```sql\n(.*?)^```$/msg)
	{
		my ($where, $sql) = $1 =~ /^-- (.*?)\n(.*)/s or die "a block of $page does not say where it is run";

		push @blocks, [ $where, $sql ];
	}
	return @blocks;
}

1;
