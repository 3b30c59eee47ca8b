"""Makes dicts/time_zones.txt from the time zone database, as the Python package "tzdata" has it (see dicts/README.md).
Argument: the package's wheel. Each line is a zone: its names, its offsets in seconds, and at which times since 1900 it
goes from one to another, up to 2100; dicts/time_zones.ts reads it."""
import re
import struct
import sys
import zipfile
from calendar import monthrange, timegm

FIRST = timegm((1900, 1, 1, 0, 0, 0))
LAST = timegm((2101, 1, 1, 0, 0, 0))
DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


def read(data):
    """Transitions and the offset from each on, and the rule for what comes after (RFC 9636)."""
    def header(at):
        assert data[at:at + 4] == b"TZif"
        return struct.unpack(">6l", data[at + 20:at + 44])

    isut, isstd, leap, times, types, chars = header(0)
    assert data[4] >= ord("2")
    at = 44 + times * 5 + types * 6 + chars + leap * 8 + isstd + isut
    isut, isstd, leap, times, types, chars = header(at)
    assert leap == 0
    at += 44
    when = struct.unpack(f">{times}q", data[at:at + 8 * times])
    at += 8 * times
    which = data[at:at + times]
    at += times
    offsets = [struct.unpack(">l", data[at + 6 * i:at + 6 * i + 4])[0] for i in range(types)]
    at += 6 * types + chars + isstd + isut
    rule = data[at:].decode().strip("\n")
    return list(zip(when, (offsets[i] for i in which))), offsets[0], rule


def seconds(text):
    """POSIX hours, minutes and seconds."""
    sign = -1 if text.startswith("-") else 1
    parts = [int(part) for part in text.lstrip("+-").split(":")] + [0, 0]
    return sign * (parts[0] * 3600 + parts[1] * 60 + parts[2])


def day(year, month, week, weekday):
    """Midnight of a weekday of a month, as if it were UTC."""
    first = (timegm((year, month, 1, 0, 0, 0)) // 86400 + 4) % 7
    number = 1 + (weekday - first) % 7 + 7 * (week - 1)
    while number > monthrange(year, month)[1]:
        number -= 7
    return timegm((year, month, number, 0, 0, 0))


def expand(rule, after):
    """What a rule says for the years up to 2100."""
    match = re.fullmatch(r"(?:<[^>]+>|[A-Za-z]+)([-+\d:]+)(?:(?:<[^>]+>|[A-Za-z]+)([-+\d:]+)?,(.+))?", rule)
    assert match, rule
    standard = -seconds(match[1])
    if match[3] is None:
        return [(after + 1, standard)]
    summer = standard + 3600 if match[2] is None else -seconds(match[2])
    made = []
    begins, ends = match[3].split(",")
    for part, before, offset in ((begins, standard, summer), (ends, summer, standard)):
        month, week, weekday, clock = re.fullmatch(r"M(\d+)\.(\d)\.(\d)(?:/(.+))?", part).groups()
        for year in range(1970, 2101):
            local = day(year, int(month), int(week), int(weekday)) + seconds(clock or "2")
            made.append((local - before, offset))
    return [one for one in sorted(made) if one[0] > after]


def base36(number):
    text = ""
    while True:
        number, digit = divmod(number, 36)
        text = DIGITS[digit] + text
        if number == 0:
            return text


def encode(data):
    known, first, rule = read(data)
    after = known[-1][0] if known else FIRST
    all_of_it = known + (expand(rule, after) if rule else [])
    now = first
    kept = []
    for when, offset in all_of_it:
        if when >= LAST:
            break
        if when > FIRST and offset != (kept[-1][1] if kept else now):
            kept.append((when, offset))
        elif when <= FIRST:
            now = offset
    offsets = [now]
    for _, offset in kept:
        if offset not in offsets:
            offsets.append(offset)
    assert len(offsets) <= 26
    text = ""
    last = FIRST
    for when, offset in kept:
        quarters, rest = divmod(when - last, 900)
        text += base36(quarters) + ("." + base36(rest) if rest else "") + chr(65 + offsets.index(offset))
        last = when
    return ",".join(map(str, offsets)) + "\t" + text


def main():
    wheel = zipfile.ZipFile(sys.argv[1])
    zones = {}
    for name in sorted(wheel.read("tzdata/zones").decode().split()):
        if name == "Factory":
            continue
        zones.setdefault(encode(wheel.read("tzdata/zoneinfo/" + name)), []).append(name)
    lines = sorted(" ".join(names) + "\t" + text for text, names in zones.items())
    with open("dicts/time_zones.txt", "w") as out:
        out.writelines(line + "\n" for line in lines)
    print(len(lines), "zones of", sum(map(len, zones.values())), "names")


main()
