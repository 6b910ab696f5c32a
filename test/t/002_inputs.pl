# Damaged input: text and binary changed at random either give a value that is right, or an error.
use strict;
use warnings;
use PostgreSQL::Test::Cluster;
use PostgreSQL::Test::Utils;
use Test::More;
use Company;

my $node = new_server('main');
my $log = $node->logfile;
my $rounds = $ENV{MG_MUTATIONS} || 400;
srand(20261121);

my %samples = (
	network => [ '', '7', '1->2:0.8, 1->3, 7', '1->2:1e-5, 2->1:0.5, 3->1:0.25, -5->9223372036854775807',
		join(', ', map { "$_->" . ($_ * 7 % 101 + 200) . ':0.' . ($_ % 9 + 1) } 1 .. 60) ],
	chain => [ '7', '3-[0.9]->17-[0.5]->42', join('-[0.5]->', 1 .. 30) ],
	affiliation => [ '{}', '{"17": "R&D", "18": "Sales", "-4": 3}', '{"1": "\u00e4\n\uD83D\uDE00", "2": ""}' ],
	composition => [ '{}', '{"R&D": 12, "Sales": 3.5}', '{"\u00e4\n\uD83D\uDE00": 1e-3, "": 2, "x": 0}' ],
	competencies => [ '{}', '{"negotiation": 3, "p&l": 4.5}', '{"\u00e4\n\uD83D\uDE00": 1e-3, "": 2, "x": 0}' ],
	shortlist => [ '', '5->17:0.8, 5->18, 6*2, ->19*4', '5->17:0.5:0.25, 6->17:1e-3:1, -7*0',
		join(', ', map { "$_->" . ($_ * 7 % 11) . ':0.' . ($_ % 9 + 1) } 1 .. 40) ]);

# What has casts from json and jsonb.
my %json = (
	network => [ '{}',
		'{"people": [1, 2, "9007199254740993"],
			"ties": [{"source": 1, "target": 2, "strength": 0.8}, {"target": "3", "source": -1}]}' ],
	shortlist => [ '{}',
		'{"things": [{"for_id": 5, "openings": 2}], "people": [{"person": "17", "capacity": 4}],
			"pairs": [{"for_id": 5, "person": 17, "score": 0.8, "their_score": 1e-3}]}' ],
	map { $_ => $samples{$_} } qw(affiliation composition competencies));
my @signs = split //, '0123456789->:,.eE+-[]{}"\\u \t\n&ax' . "\xc3\xa4";

sub mutate
{
	my ($bytes, $alphabet) = @_;

	for (0 .. int(rand(3)))
	{
		my $at = int(rand(length($bytes) + 1));
		my $new = $alphabet ? $alphabet->[ int(rand(@$alphabet)) ]
			: chr(rand() < 0.3 ? (0, 1, 127, 128, 255)[ int(rand(5)) ] : int(rand(256)));
		my $kind = int(rand(4));

		if ($kind == 0) { substr($bytes, $at, 0) = $new }
		elsif ($kind == 1 && $at < length $bytes) { substr($bytes, $at, 1) = $new }
		elsif ($kind == 2 && $at < length $bytes) { substr($bytes, $at, 1 + int(rand(4))) = '' }
		elsif (rand() < 0.2) { $bytes = substr($bytes, 0, $at) }
	}
	return $bytes;
}

# A text for a literal of SQL, without the byte that no literal can have.
sub quoted
{
	my ($text) = @_;

	return $text =~ s/\0//gr =~ s/'/''/gr;
}

# The values that were taken must be what their own text and bytes say.
sub check_taken
{
	my ($type, $how) = @_;
	my $taken = $node->safe_psql('postgres', 'SELECT count(*) FROM taken');
	my $wrong = $node->safe_psql('postgres', qq{SET search_path = mentorgraph, public; SET client_encoding = 'UTF8';
		SELECT count(*) FROM taken WHERE v::text::$type IS DISTINCT FROM v
			OR ${type}_send(v::text::$type) <> ${type}_send(v)});

	cmp_ok($taken, '>', 0, "$type: some $how input is still right ($taken)");
	is($wrong, '0', "$type: $how input that was taken is sound");
	$node->safe_psql('postgres', 'DROP TABLE taken');
}

for my $type (sort keys %samples)
{
	# text
	my $script = "CREATE TABLE taken (v mentorgraph.$type);\n";
	for my $round (1 .. $rounds)
	{
		my $text = mutate($samples{$type}[ $round % @{ $samples{$type} } ], \@signs);

		$text =~ s/\0//g;
		$text =~ s/'/''/g;
		$script .= "INSERT INTO taken VALUES ('$text');\n";
	}
	my ($status, $out, $err) = $node->psql('postgres', "SET client_encoding = 'LATIN1';\n$script", on_error_stop => 0);
	is($status, 0, "$type: text: the server lives");
	unlike($err, qr/XX000|terminat|server closed/, "$type: text: no internal error");
	check_taken($type, 'text');

	# from 16 on the same texts must be judged without an error
	if ($node->safe_psql('postgres', 'SHOW server_version_num') >= 160000)
	{
		my @texts = map { quoted(mutate($samples{$type}[ $_ % @{ $samples{$type} } ], \@signs)) } 1 .. $rounds;
		my $judged = $node->safe_psql('postgres', "SET client_encoding = 'LATIN1';\n"
			. join("\n", map { "SELECT pg_input_is_valid('$_', 'mentorgraph.$type');" } @texts));
		is(scalar(split /\n/, $judged), scalar(@texts), "$type: every text is judged");
		like($judged, qr/t/, "$type: some are right");
		like($judged, qr/f/, "$type: some are wrong");
	}

	for my $form ($json{$type} ? qw(json jsonb) : ())
	{
		my @texts = map { mutate($json{$type}[ $_ % @{ $json{$type} } ], \@signs) } 1 .. $rounds;
		my $cast = join '',
			map { "INSERT INTO taken VALUES ('" . quoted($_) . "'::${form}::mentorgraph.$type);\n" } @texts;

		($status, $out, $err) = $node->psql('postgres',
			"SET client_encoding = 'LATIN1';\nCREATE TABLE taken (v mentorgraph.$type);\n$cast",
			on_error_stop => 0);
		is($status, 0, "$type: $form: the server lives");
		unlike($err, qr/XX000|terminat|server closed/, "$type: $form: no internal error");
		is($node->safe_psql('postgres', "SELECT count(*) FROM taken
			WHERE v::${form}::mentorgraph.$type OPERATOR(mentorgraph.<>) v"), '0',
			"$type: $form: what was taken comes back");
		check_taken($type, $form);
	}

	# binary: one value a file, damaged after the 25 bytes of COPY's own header, or anywhere
	$script = "CREATE TABLE taken (v mentorgraph.$type);\n\\set VERBOSITY sqlstate\n";
	my $streams = '';
	my $folder = $node->basedir;
	for my $sample (0 .. $#{ $samples{$type} })
	{
		my $file = "$folder/$type$sample";
		my $text = $samples{$type}[$sample];

		$node->safe_psql('postgres', "COPY (SELECT '$text'::mentorgraph.$type) TO '$file' (FORMAT binary)");
		my $bytes = slurp_file($file);
		my $value = substr($bytes, 25, -2);
		for my $round (1 .. $rounds / @{ $samples{$type} })
		{
			my $damaged = $round == 1 ? $value : mutate($value);

			open(my $handle, '>:raw', "$file.$round") or die;
			my $stream = substr($bytes, 0, 21) . pack('N', length $damaged) . $damaged . pack('n', 0xffff);
			my $anywhere = $round % 10 == 0;
			print $handle $anywhere ? mutate($stream) : $stream;
			close $handle;
			($anywhere ? $streams : $script) .= "COPY taken FROM '$file.$round' (FORMAT binary);\n";
		}
	}
	($status, $out, $err) = $node->psql('postgres', $script, on_error_stop => 0);
	is($status, 0, "$type: binary: the server lives");
	my %states;
	$states{$1}++ while $err =~ /ERROR:\s+(\w{5})/g;
	is(join(' ', grep { !/^(22P03|22P04|08P01|0A000|22021|22003|22P02|22023)$/ } sort keys %states), '',
		"$type: binary: errors are about the data");

	# where COPY's own lengths are damaged its own errors come first
	($status, $out, $err) = $node->psql('postgres', $streams, on_error_stop => 0);
	is($status, 0, "$type: damaged streams: the server lives");
	unlike($err, qr/XX000|terminat|server closed/, "$type: damaged streams: no internal error");
	cmp_ok($states{'22P03'} || 0, '>', 10, "$type: binary: the validator was reached");
	check_taken($type, 'binary');
}

unlike(slurp_file($log), qr/terminated by signal|PANIC/, 'no crash in the log');
$node->stop;
done_testing();
