"""Made the lists of places in dicts/ (see dicts/README.md for where the facts come from). It was run once: the lists are
committed and stay. Arguments: a GeoNames cities15000.json, a folder with municipios.csv, estados.csv and the CEP ranges
of cities as PHP (StatesData); the package "zipcodes" must be installed."""
import csv
import glob
import json
import re
import sys
import unicodedata

GEONAMES, BRAZIL = sys.argv[1:3]
cities = [c for c in json.load(open(GEONAMES)).values()]


def plain(text):
    text = unicodedata.normalize("NFD", text)
    return "".join(c for c in text if not unicodedata.combining(c)).lower().replace("-", " ").replace("'", "")


def write(locale, name, lines):
    with open(f"dicts/{locale}/{name}.txt", "w") as out:
        out.writelines(line + "\n" for line in lines)
    print(locale, name, len(lines))


def line(area, city, state, lat, lon, low, high, weight):
    return f"{area}|{city}|{state}|{float(lat):.3f}|{float(lon):.3f}|{low}|{high}|{weight}"


def united_states():
    import zipcodes

    population = {}
    for c in cities:
        if c["countrycode"] == "US":
            key = (plain(c["name"]), c["admin1code"])
            population[key] = max(population.get(key, 0), c["population"])
    by_area = {}
    for z in zipcodes.list_all():
        if z["zip_code_type"] != "STANDARD" or not z["active"] or z["country"] != "US":
            continue
        if z["state"] in ("AA", "AE", "AP") or not z["lat"]:
            continue
        for area in z["area_codes"]:
            by_area.setdefault(area, []).append(z)
    # Codes that were added over others, given out since the list of ZIP codes was made.
    overlays = json.load(open(BRAZIL + "/overlays.json"))
    lines, missing = [], []
    for area in open("dicts/en_US/phone_area.txt").read().split():
        zips = by_area.get(area) or by_area.get(overlays.get(area, ""), [])
        if not zips:
            missing.append(area)
            continue
        # No area code of the United States crosses a state's border, though the list of ZIP codes has some that do.
        states = [z["state"] for z in zips]
        state = max(sorted(set(states)), key=states.count)
        towns = {}
        for z in zips:
            if z["state"] != state:
                continue
            towns.setdefault((z["city"], z["state"]), []).append(z)
        ranked = sorted(
            towns.items(),
            key=lambda t: (-population.get((plain(t[0][0]), t[0][1]), 0), -len(t[1]), t[0]),
        )
        taken = 0
        for rank, ((city, state), own) in enumerate(ranked[:4]):
            own.sort(key=lambda z: z["zip_code"])
            room = (5, 2, 2, 1)[rank]
            step = max(1, len(own) // room)
            for z in own[::step][:room]:
                code = z["zip_code"]
                lines.append(line(area, city, state, z["lat"], z["long"], code, code, 1))
                taken += 1
    print("missing", missing)
    write("en_US", "place", lines)


def brazil():
    states = {}
    for row in csv.DictReader(open(BRAZIL + "/estados.csv", encoding="utf-8-sig")):
        states[row["codigo_uf"]] = (row["uf"], row["nome"])
    ceps = {}
    for path in glob.glob(BRAZIL + "/StatesData/*.php"):
        text = open(path, encoding="utf-8").read()
        for m in re.finditer(r'"(\d{7})" => new Map\(\[(.*?)\]\)', text, re.S):
            numbers = re.search(r"=> \[ *\[? *(\d+), *(\d+) *\]", m[2])
            if numbers:
                ceps[m[1]] = (int(numbers[1]), int(numbers[2]))
    own = [c for c in cities if c["countrycode"] == "BR"]
    names = {}
    for c in own:
        for name in [c["name"], *c["alternatenames"]]:
            names.setdefault(plain(name), []).append(c)
    by_area = {}
    for row in csv.DictReader(open(BRAZIL + "/municipios.csv", encoding="utf-8-sig")):
        if row["codigo_ibge"] not in ceps:
            continue
        lat, lon = float(row["latitude"]), float(row["longitude"])
        near = [
            c["population"]
            for c in names.get(plain(row["nome"]), [])
            if abs(c["latitude"] - lat) < 0.4 and abs(c["longitude"] - lon) < 0.4
        ]
        by_area.setdefault(row["ddd"], []).append(
            (max(near, default=0), row["nome"], states[row["codigo_uf"]][0], lat, lon, *ceps[row["codigo_ibge"]])
        )
    lines = []
    for area in open("dicts/pt_BR/phone_area.txt").read().split():
        top = sorted(by_area[area], key=lambda c: (-c[0], c[1]))[:4]
        total = sum(c[0] for c in top) or 1
        for people, city, state, lat, lon, low, high in top:
            weight = max(1, round(12 * people / total))
            lines.append(line(area, city, state, lat, lon, f"{low:08d}", f"{high:08d}", weight))
    write("pt_BR", "place", lines)
    write("pt_BR", "state", sorted(f"{uf}|{name}" for uf, name in states.values()))


def indonesia():
    own = [c for c in cities if c["countrycode"] == "ID"]
    lines = []
    for entry in open(BRAZIL + "/indonesia.txt").read().splitlines():
        if not entry.strip():
            continue
        state, city, low, high, *other = entry.split("|")
        known = (other or [city])[0]
        if "," in known:
            lat, lon = known.split(",")
            people = 100000
        else:
            found = [c for c in own if plain(c["name"]) == plain(known) or plain(known) in map(plain, c["alternatenames"])]
            if not found:
                print("unknown", city)
                continue
            best = max(found, key=lambda c: c["population"])
            lat, lon, people = best["latitude"], best["longitude"], best["population"]
        weight = max(1, min(20, round(people / 100000)))
        lines.append(line("", city, state, lat, lon, low, high, weight))
    write("id_ID", "place", lines)


united_states()
brazil()
indonesia()
