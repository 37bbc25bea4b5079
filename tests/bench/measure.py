#!/usr/bin/env python3
# measure - how long a command takes and how much memory, as the median of
# several runs; a peer runs in turn with it, and the ratio is the median of the
# pairs, so that a machine that slows down slows both
#   measure.py [options] NAME 'COMMAND [<FILE]'
# A command is words without a shell; its output is thrown away. Prints a line;
# what has a target says whether it is met.
import argparse
import os
import shlex
import shutil
import statistics
import sys
import time


def options():
    parser = argparse.ArgumentParser()
    parser.add_argument("name")
    parser.add_argument("command")
    parser.add_argument("--peer", metavar="COMMAND")
    parser.add_argument("--called", help="what the peer is called")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--fresh", nargs=2, metavar=("FILE", "FROM"),
                        help="FILE is FROM again before each run")
    parser.add_argument("--without", metavar="FILE",
                        help="not there before each run of the peer")
    parser.add_argument("--ratio", type=float, help="at most this")
    parser.add_argument("--faster", type=float, help="at least so many times")
    parser.add_argument("--under", type=float, help="milliseconds")
    parser.add_argument("--memory", type=float, help="MB at most")
    parser.add_argument("--keep", metavar="FILE", help="the median goes here")
    return parser.parse_args()


def run(command):
    """Seconds and MB of one run."""
    words = shlex.split(command)
    source = words.pop()[1:] if words[-1].startswith("<") else os.devnull
    actions = [(os.POSIX_SPAWN_OPEN, 0, source, os.O_RDONLY, 0),
               (os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)]
    start = time.monotonic()
    pid = os.posix_spawnp(words[0], words, os.environ, file_actions=actions)
    _, status, usage = os.wait4(pid, 0)
    took = time.monotonic() - start
    if status != 0:
        sys.exit("failed: " + command)
    return took, usage.ru_maxrss / 1024


def run_ours(asked):
    if asked.fresh:
        shutil.copyfile(asked.fresh[1], asked.fresh[0])
    return run(asked.command)


def run_peer(asked):
    if asked.without and os.path.exists(asked.without):
        os.remove(asked.without)
    return run(asked.peer)


def shown(seconds):
    return "%.2f s" % seconds if seconds >= 1 else "%.1f ms" % (1e3 * seconds)


def judged(what, good):
    return "%s: %s" % (what, "met" if good else "MISSED")


def compared(asked, ours, theirs):
    ratio = statistics.median(a / b for a, b in zip(ours, theirs))
    said = "%s %s, ratio %.2f" % (asked.called,
                                  shown(statistics.median(theirs)), ratio)
    if asked.ratio:
        said += judged(", at most %g" % asked.ratio, ratio <= asked.ratio)
    if asked.faster:
        said += judged(", %.1f x faster, at least %g"
                       % (1 / ratio, asked.faster), 1 / ratio >= asked.faster)
    return said


def main():
    asked = options()
    ours, theirs, memory = [], [], 0
    if asked.runs > 1 and not asked.fresh:  # not counted: fills the caches
        run_ours(asked)
    for _ in range(asked.runs):
        took, peak = run_ours(asked)
        ours.append(took)
        memory = max(memory, peak)
        if asked.peer:
            theirs.append(run_peer(asked)[0])
    median = statistics.median(ours)
    said = [shown(median)]
    if asked.under:
        said[0] += judged(", under %g ms" % asked.under,
                          1e3 * median < asked.under)
    if asked.peer:
        said.append(compared(asked, ours, theirs))
    if asked.memory:
        said.append(judged("%.0f MB, at most %g" % (memory, asked.memory),
                           memory <= asked.memory))
    if asked.keep:
        with open(asked.keep, "w") as file:
            file.write("%g\n" % median)
    print("%s: %s" % (asked.name, "; ".join(said)), flush=True)


main()
