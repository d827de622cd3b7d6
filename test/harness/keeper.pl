#!/usr/bin/perl
# The keeper starts one program and sees to its end, and to the end of everything that it started.
#
# On Linux it is a child subreaper: descendants that lose their parent (double fork, setsid, daemons,
# wiped environments) become its children, so walking down from here finds all of them. The harness
# holds the other end of file descriptor 3; when the harness itself is killed, that end closes and
# the keeper cleans up. This is why it is a process of its own, and why it is Perl: it starts in 5 ms
# (without its POSIX module, which takes as long again), is on every Debian and macOS, and can call
# prctl(2), which Node.js can't.
#
#   keeper.pl MARKER MAX-PROCESSES MAX-BYTES ARCHITECTURE COMMAND ARGUMENT...
#     (MAX-BYTES: of memory, for each process; ARCHITECTURE as in process.arch)
#   fd 3 out: "pid N" · "exit CODE SIGNAL" · "many N" · "forced" · "left PID NAME" · "done"
#   fd 3 in:  "end GRACE-MS" or end of file
#   keeper.pl MARKER    ends what a keeper has left that was itself killed
use strict;
use warnings;

my $WNOHANG = 1;    # the same on Linux, macOS and the BSDs
my ($marker, $most, $memory, $machine, @command) = @ARGV;
sweep() if !@command;
delete $ENV{PERL_BADLANG};    # ours, set for this script only
my %prctl = (x64 => 157, arm64 => 167);
my $linux = $^O eq 'linux';
syscall($prctl{$machine}, 36, 1, 0, 0, 0) if $linux && $prctl{$machine};    # PR_SET_CHILD_SUBREAPER

open(my $line, '+<&=', 3) or die "keeper: no file descriptor 3\n";
$^F = 2;
fcntl($line, 2, 1);    # F_SETFD, FD_CLOEXEC: the program must not hold the harness's line
$SIG{PIPE} = 'IGNORE';
$SIG{CHLD} = sub { };  # interrupts select, so that an exit is noticed at once
$SIG{TERM} = $SIG{INT} = $SIG{HUP} = 'IGNORE';
sub tell_harness { syswrite($line, "$_[0]\n") }
sub pause { select(undef, undef, undef, $_[0] / 1000) }

# What one process of a program may take: memory that it may write to, of which V8 reserves much at its start, and the size of
# a file; and no core dumps. Programs that run wild must not take the machine with them.
my %setrlimit = (x64 => 160, arm64 => 164);
my %limits = (2 => 0 + ($memory // 0), 1 => 256 << 20, 4 => 0);    # RLIMIT_DATA, RLIMIT_FSIZE, RLIMIT_CORE: in bytes
sub limit_resources {
  my $number = $linux && $setrlimit{$machine} or return;
  for my $resource (keys %limits) {
    my $both = pack('QQ', $limits{$resource}, $limits{$resource});
    syscall($number, 0 + $resource, $both);    # a text would be passed as an address
  }
}

my $main = fork() // die "keeper: fork: $!\n";
if (!$main) {
  setpgrp(0, 0);
  limit_resources();
  $SIG{$_} = 'DEFAULT' for qw(PIPE CHLD TERM INT HUP);
  exec { $command[0] } @command or do {
    syswrite(STDERR, "$command[0]: $!\n");
    exit(127);
  };
}
setpgrp($main, $main);
tell_harness("pid $main");

my ($ended, $orphaned);
sub collect {
  while ((my $pid = waitpid(-1, $WNOHANG)) > 0) {
    next if $pid != $main;
    $ended = 1;
    tell_harness('exit ' . ($? >> 8) . ' ' . ($? & 127));
  }
}

sub slurp { open(my $f, '<', $_[0]) or return ''; local $/; return <$f> // '' }

# pid => parent, of every live process, for systems without /proc/PID/task/PID/children
sub parents {
  my %parent;
  if (-r '/proc/self/stat') {
    for my $dir (glob '/proc/[0-9]*') {
      my ($pid, $state, $ppid) = slurp("$dir/stat") =~ /^(\d+) \(.*\) (\S) (\d+)/s or next;
      $parent{$pid} = $ppid if $state ne 'Z';
    }
  } else {
    for (`ps -axo pid=,ppid=,stat=`) {
      my ($pid, $ppid, $state) = split;
      $parent{$pid} = $ppid if $state !~ /^Z/;
    }
  }
  return %parent;
}

my $quick = -e "/proc/$$/task/$$/children";
sub descendants {
  my @found;
  if ($quick) {
    my @todo = ($$);
    while (defined(my $pid = shift @todo)) {
      my @children = map { split ' ', slurp($_) } glob "/proc/$pid/task/*/children";
      push @todo, @children;
      push @found, grep { slurp("/proc/$_/stat") !~ /^\d+ \(.*\) Z/s } @children;
    }
    return @found;
  }
  my %parent = parents();
  my %mine = ($$ => 1);
  for (1 .. 50) {
    my @new = grep { !$mine{$_} && $mine{ $parent{$_} } } keys %parent or last;
    $mine{$_} = 1 for @new;
    push @found, @new;
  }
  return @found;
}

# Processes that carry our marker although they are no descendants: left when a program kills its keeper's
# children's parents, or on systems without subreapers.
sub marked {
  return () unless $linux;
  return grep { $_ != $$ && slurp("/proc/$_/environ") =~ /\0?UPTIME_RUN=\Q$marker\E(\0|$)/ }
    map { m{(\d+)$} } glob '/proc/[0-9]*';
}

sub sweep {
  $linux = $^O eq 'linux';
  for (1 .. 100) {
    my @left = marked() or last;
    kill('KILL', $_) for @left;
    pause(5);
  }
  exit 0;
}

sub name_of {
  my $name = slurp("/proc/$_[0]/cmdline");
  $name = `ps -o command= -p $_[0]` if $name eq '' && !-d '/proc/self';
  $name =~ tr/\0\n/  /;
  $name =~ s/\s+$//;
  return substr($name, 0, 200);
}

sub end_everything {
  my ($grace) = @_;
  if (!$ended) {
    kill('TERM', -$main);
    kill('CONT', -$main); # who is held by SIGSTOP, as by a check that was broken off, could not notice anything
    for (1 .. $grace / 10) { pause(10); collect(); last if $ended }
    if (!$ended) { tell_harness('forced'); kill('KILL', $main) }
  }
  # A primary's workers notice its end by themselves; only what stays is a leak.
  for (1 .. 200) { collect(); last if $ended && !descendants(); pause(10) }
  my %named;
  for my $round (1 .. 500) {
    collect();
    my @left = (descendants(), $round == 1 ? marked() : ());
    last if !@left && $ended;
    for my $pid (@left) {
      tell_harness("left $pid " . name_of($pid)) if $round == 1 && $named{$pid}++ == 0;
      kill('STOP', $pid);
    }
    kill('KILL', $_) for @left;
    pause(2);
  }
  # The harness removes the trace and the scratch folder itself; if it was killed, this is the last chance.
  if ($orphaned) {
    remove_trace();
    remove_tree($ENV{UPTIME_SCRATCH}) if defined $ENV{UPTIME_SCRATCH};
  }
  tell_harness('done');
  exit(0);
}

sub remove_tree {
  my ($path) = @_;
  return unlink $path if -l $path || !-d $path;
  opendir(my $folder, $path) or return;
  remove_tree("$path/$_") for grep { $_ ne '.' && $_ ne '..' } readdir $folder;
  rmdir $path;
}

sub remove_trace {
  my $file = $ENV{UPTIME_TRACE} // return;
  unlink $file;
  $file =~ s{/[^/]*$}{};
  rmdir $file;
}

my ($typed, $turn) = ('', 0);
while (1) {
  collect();
  my $watch = '';
  vec($watch, fileno($line), 1) = 1;
  if (select($watch, undef, undef, 0.05) > 0) {
    my $got = sysread($line, $typed, 200, length $typed);
    if (defined $got && $got == 0) { $orphaned = 1; end_everything(500) }
    end_everything($1) if $typed =~ /^end (\d+)\n/;
  }
  # A fork storm must not take the machine with it.
  if ($turn++ % 5 == 0 && (my $count = () = descendants()) > $most) {
    tell_harness("many $count");
    end_everything(0);
  }
}
