#!/usr/bin/env python3
"""Meet wat `vt` en deduce 3.0.6 vinden in de teksten van tests/corpus, en hoe snel.

    python3 scripts/meet-pseudonimisering.py               alles, als tekst
    python3 scripts/meet-pseudonimisering.py --markdown    de tabellen als Markdown
    python3 scripts/meet-pseudonimisering.py --schrijf     zet die tabellen in docs/meting-pseudonimisering.md
    python3 scripts/meet-pseudonimisering.py --mis dev     ook wat vt mist en te veel aanwijst, in één helft

Het script bouwt `examples/scan_jsonl` en zet deduce in een eigen omgeving onder target/. De eerste keer bouwt
deduce zijn lijsten op; dat duurt een paar minuten. Er gaat niets uit het corpus naar buiten. Zonder --mis drukt
het alleen aantallen af. Hoe er geteld wordt, staat in docs/meting-pseudonimisering.md.
"""

import argparse
import collections
import json
import os
import pathlib
import random
import re
import statistics
import subprocess
import sys
import time
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
TARGET = pathlib.Path(os.environ.get("CARGO_TARGET_DIR", ROOT / "target"))
PAGE = ROOT / "docs" / "meting-pseudonimisering.md"
BEGIN, END = "<!-- meting: begin -->", "<!-- meting: eind -->"
DEDUCE = "deduce==3.0.6"
HALVES = ("dev", "houdapart", "vers")
CARD_WORDS = 250

FIXED = ("bsn", "telefoon", "email", "iban", "postcode", "kenteken", "url")
KINDS = ("persoon", "plaats", "adres", "straat", "huisnummer", "postcode", "school", "organisatie", "telefoon", "email",
         "url", "bsn", "iban", "kenteken", "dossiernummer", "geboortedatum", "datum", "leeftijd")
# Which kinds of the corpus a tool's own kind may stand for.
ADDRESS = {"adres", "straat", "huisnummer"}
VT = {"adres": ADDRESS, "straat": ADDRESS, "huisnummer": ADDRESS, "coordinaten": {"adres"}, "account": {"url"},
      "documentnummer": {"dossiernummer"}, "geboortedatum": {"geboortedatum", "datum"}}
PLACE = ADDRESS | {"postcode", "plaats"}
DEDUCE_TAGS = {"persoon": {"persoon"}, "patient": {"persoon"}, "locatie": PLACE, "ziekenhuis": {"organisatie"},
               "zorginstelling": {"organisatie"}, "telefoonnummer": {"telefoon"}, "emailadres": {"email"},
               "url": {"url"}, "bsn": {"bsn"}, "id": {"dossiernummer", "iban"}, "datum": {"geboortedatum", "datum"},
               "leeftijd": {"leeftijd"}}
# deduce takes out every date and age, as it should for a medical record; here only some of them point at somebody.
DEDUCE_WIDE = {"datum", "leeftijd"}
# What both tools are made to find.
SHARED = set(KINDS) - {"school", "organisatie", "iban", "kenteken", "dossiernummer"}


# --- both tools

def pin():
    """One core for this process and all that it starts, where the system can do that."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def lines(records):
    return "".join(json.dumps(r, ensure_ascii=False) + "\n" for r in records).encode()


class Vt:
    name = "vt"

    def __init__(self, binary):
        if binary is None:
            subprocess.run(["cargo", "build", "--quiet", "--release", "--example", "scan_jsonl"], cwd=ROOT, check=True)
            binary = TARGET / "release" / "examples" / ("scan_jsonl" + (".exe" if os.name == "nt" else ""))
        self.binary = str(binary)

    def find(self, records):
        out = subprocess.run([self.binary], input=lines(records), stdout=subprocess.PIPE, check=True).stdout.decode()
        found = {}
        for line in out.splitlines():
            answer = json.loads(line)
            hits = answer["spans"]
            found[answer["id"]] = [(h["start"], h["end"], h["type"], h["zekerheid"] == "zeker") for h in hits]
        return found

    def seconds(self, records, repeat):
        data = lines(records) * repeat
        begin = os.times()
        subprocess.run([self.binary], input=data, stdout=subprocess.DEVNULL, check=True)
        spent = [b - a for a, b in zip(begin, os.times())]
        # Processor time, as for deduce: what else the machine does stays out. Windows has only the clock.
        return spent[2] + spent[3] or spent[4]

    @staticmethod
    def right(kind):
        return VT.get(kind, {kind})

    wide = frozenset()


class Deduce:
    name = "deduce"

    def __init__(self):
        place = TARGET / "meting-deduce"
        python = place / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        if not python.exists():
            subprocess.run([sys.executable, "-m", "venv", str(place)], check=True)
        pip = [str(python), "-m", "pip", "--quiet", "--disable-pip-version-check"]
        subprocess.run([*pip, "install", DEDUCE], check=True)
        self.worker = subprocess.Popen([str(python), __file__, "--deduce-werker"], stdin=subprocess.PIPE,
                                       stdout=subprocess.PIPE, text=True, encoding="utf-8")

    def ask(self, **question):
        self.worker.stdin.write(json.dumps(question) + "\n")
        self.worker.stdin.flush()
        return json.loads(self.worker.stdout.readline())

    def find(self, records):
        found = self.ask(records=records)
        return {key: [(a, b, tag, True) for a, b, tag in hits] for key, hits in found.items()}

    def seconds(self, records, repeat):
        return self.ask(records=records, repeat=repeat)

    @staticmethod
    def right(tag):
        return DEDUCE_TAGS.get(tag, set())

    wide = DEDUCE_WIDE


def people(record, person):
    """Everybody of the family as a patient: with and without the words before the surname, which deduce wants whole."""
    out = []
    for b in record["bekend"]:
        first = (b.get("voornaam") or "").split() + (b.get("roepnaam") or "").split()
        initials = "".join(word[0] for word in (b.get("voornaam") or "").split())
        whole = " ".join(filter(None, (b.get("tussenvoegsel"), b.get("achternaam"))))
        for surname in dict.fromkeys((whole, b.get("achternaam"))):
            out.append(person(first_names=first or None, initials=initials or None, surname=surname or None))
    return out


def deduce_worker():
    """Runs inside the environment of deduce: questions on standard input, answers on standard output."""
    import logging
    logging.disable(logging.CRITICAL)
    from deduce import Deduce as Tool
    from deduce.person import Person
    tool = Tool()
    for line in sys.stdin:
        question = json.loads(line)
        records = [(r["id"], r["tekst"], people(r, Person)) for r in question["records"]]
        if "repeat" in question:
            begin = time.process_time()
            for _ in range(question["repeat"]):
                for _, text, family in records:
                    tool.deidentify(text, metadata={"patient": family[0]} if family else None)
            answer = time.process_time() - begin
        else:
            answer = {}
            for key, text, family in records:
                hits = set()
                for patient in family or [None]:
                    doc = tool.deidentify(text, metadata={"patient": patient} if patient else None)
                    hits |= {(int(a.start_char), int(a.end_char), a.tag) for a in doc.annotations}
                answer[key] = sorted(hits)
        print(json.dumps(answer), flush=True)


# --- counting

def fold(text):
    text = unicodedata.normalize("NFKD", text.lower().translate(str.maketrans("łıøđ", "liod")))
    return "".join(c for c in text if not unicodedata.combining(c))


def near(a, b):
    """At most one letter more, less, other or swapped with its neighbour."""
    if abs(len(a) - len(b)) > 1:
        return False
    i = next((i for i, (x, y) in enumerate(zip(a, b)) if x != y), min(len(a), len(b)))
    changed = any(a[i + x:] == b[i + y:] for x, y in ((1, 1), (1, 0), (0, 1)))
    return changed or a[i:i + 2] == b[i:i + 2][::-1] and a[i + 2:] == b[i + 2:]


def is_known(text, names):
    """Whether a span holds a name of the known family, in whatever form."""
    return any(word.startswith(name) or len(name) > 3 and name in word or len(name) > 4 and near(name, word)
               for word in re.findall(r"\w+", fold(text)) for name in names)


class Ratio:
    def __init__(self):
        self.hit, self.all, self.each = 0, 0, []

    def add(self, yes):
        self.hit += bool(yes)
        self.all += 1

    def __str__(self):
        return f"{100 * self.hit / self.all:.1f} % ({self.hit}/{self.all})".replace(".", ",") if self.all else "–"


def score(records, found, tool, show=None):
    """All counts of one tool on one half."""
    n = collections.defaultdict(Ratio)
    for r in records:
        text, hits = r["tekst"], found[r["id"]]
        spans, may = r["spans"], r.get("mag", [])
        names = {fold(w) for b in r["bekend"] for k in ("voornaam", "roepnaam", "achternaam") if b.get(k)
                 for w in re.findall(r"\w+", b[k]) if len(w) > 2}
        cover = {i for a, b, _, _ in hits for i in range(a, b)}
        sure = {i for a, b, _, is_sure in hits if is_sure for i in range(a, b)}
        gold, free = (({i for s in group for i in range(s["start"], s["end"])}) for group in (spans, may))
        leaks = collections.defaultdict(list)
        for s in spans:
            here = [i for i in range(s["start"], s["end"]) if text[i].isalnum()]
            word, kind = text[s["start"]:s["end"]], s["type"]
            whole, touched = cover.issuperset(here), not cover.isdisjoint(here)
            group = kind
            if kind == "persoon":
                group = "bekend" if is_known(word, names) else "onbekend"
                n[group].add(whole)
            if kind in FIXED:
                group = "vast"
                n[group].add(whole)
            if group in ("vast", "bekend"):
                n["zeker", group].add(sure.issuperset(here))
            n["heel", kind].add(whole)
            n["geraakt", kind].add(touched)
            n["heel"].add(whole)
            if touched:
                over = [h for h in hits if h[0] < s["end"] and h[1] > s["start"]]
                n["soort"].add(any(kind in tool.right(h[2]) for h in over))
            leaks["lek"].append(not whole)
            if kind in SHARED:
                leaks["lek gedeeld"].append(not whole)
            if group == "bekend":
                leaks["lek bekend"].append(not whole)
            if show is not None and not whole:
                show.append(f"{'deels' if touched else 'mist'}  {r['id']}  {kind}  {word!r}")
        for name, leak in leaks.items():
            n[name].add(any(leak))
        for a, b, kind, _ in hits:
            at = set(range(a, b))
            is_right = not at.isdisjoint(gold)
            if not is_right and not at.isdisjoint(free):
                continue
            n["precisie alles"].add(is_right)
            if is_right or kind not in tool.wide:
                n["precisie"].add(is_right)
                if show is not None and not is_right:
                    show.append(f"te veel  {r['id']}  {kind}  {text[a:b]!r}")
        counted = {i for a, b, kind, _ in hits if kind not in tool.wide or not gold.isdisjoint(range(a, b))
                   for i in range(a, b)}
        for m in re.finditer(r"\w+", text):
            at = set(range(*m.span()))
            if not at.isdisjoint(counted) and (at.isdisjoint(free) or not at.isdisjoint(gold)):
                n["precisie woorden"].add(not at.isdisjoint(gold))
        if not spans and not may:
            n["loos"].add(counted)
            n["loos alles"].add(hits)
        if is_card(r):
            asked = {fold(text[a:b]) for a, b, _, is_sure in hits if not is_sure}
            n["vragen"].each.append(len(asked) * 800 / len(text.split()))
    return n


def is_card(record):
    return len(record["tekst"].split()) >= CARD_WORDS


def speed(tools, records, least=2.0, rounds=3):
    """Bytes of text a second of processor; in turns, the best of three rounds of at least two seconds."""
    size = sum(len(r["tekst"].encode()) for r in records)
    repeat, best = {}, dict.fromkeys(tools, 0.0)
    for tool in tools:
        repeat[tool] = 1
        while (took := tool.seconds(records, repeat[tool])) < least:
            repeat[tool] = max(repeat[tool] + 1, int(repeat[tool] * 1.25 * least / max(took, 1e-3)))
    for _ in range(rounds):
        for tool in tools:
            best[tool] = max(best[tool], size * repeat[tool] / tool.seconds(records, repeat[tool]))
    return best


# --- tables

def table(head, rows, markdown):
    if markdown:
        return "\n".join("| " + " | ".join(row) + " |" for row in [head, ["---"] * len(head), *rows])
    widths = [max(len(row[i]) for row in [head, *rows]) for i in range(len(head))]
    return "\n".join("  ".join(cell.ljust(width) for cell, width in zip(row, widths)).rstrip() for row in [head, *rows])


OVERVIEW = (
    ("namen van het bekende gezin, heel gevonden", "bekend"),
    ("namen van onbekende personen, heel gevonden", "onbekend"),
    ("vaste vormen, heel gevonden", "vast"),
    ("alle soorten, heel gevonden", "heel"),
    ("vondsten die kloppen", "precisie"),
    ("idem, elke datum en leeftijd meegeteld", "precisie alles"),
    ("aangewezen woorden die kloppen", "precisie woorden"),
    ("zinnen zonder gegevens met loos alarm", "loos"),
    ("idem, elke datum en leeftijd meegeteld", "loos alles"),
    ("teksten waarin iets blijft staan", "lek"),
    ("idem, alleen soorten die beide zoeken", "lek gedeeld"),
    ("teksten waarin iets van een bekende naam blijft staan", "lek bekend"),
    ("gevonden onder de juiste soort", "soort"),
)


CAPITALS = (
    ("alles in hoofdletters: namen van het bekende gezin, heel gevonden", "bekend"),
    ("alles in hoofdletters: namen van onbekende personen, heel gevonden", "onbekend"),
    ("alles in hoofdletters: zinnen zonder gegevens met loos alarm", "loos"),
)


def loud(record):
    """The same text in capitals, as long in characters: what has no capital of one character stays."""
    text = "".join(c.upper() if len(c.upper()) == 1 else c for c in record["tekst"])
    return {**record, "tekst": text}


def report(halves, scores, capitals, orders, speeds, versions, markdown):
    tools = list(scores)
    title = ("### {}\n\n" if markdown else "{}\n\n").format
    parts = []
    head = ["", *(f"{half}, {tool.name}" for half in halves for tool in tools)]
    every = [scores[tool][half] for half in halves for tool in tools]
    rows = [[text, *(str(n[key]) for n in every)] for text, key in OVERVIEW]
    parts.append(title("Overzicht") + table(head, rows, markdown))
    rows = [[kind, *(f"{n['heel', kind]} / {n['geraakt', kind].hit}" for n in every)] for kind in KINDS]
    parts.append(title("Per soort: heel gevonden, en achter de streep hoeveel er geraakt zijn")
                 + table(head, rows, markdown))
    pick = [scores[tools[0]][half] for half in halves]
    rows = [["bekende namen, heel en `zeker`", *(str(n["zeker", "bekend"]) for n in pick)],
            ["vaste vormen, heel en `zeker`", *(str(n["zeker", "vast"]) for n in pick)]]
    for text, of in (("gemiddeld", statistics.mean), ("meest", max)):
        rows.append([f"`twijfel`: verschillende woorden per kaart van 800 woorden, {text}",
                     *(f"{of(n['vragen'].each):.1f}".replace(".", ",") for n in pick)])
    rows += [[text, *(str(capitals[half][key]) for half in halves)] for text, key in CAPITALS]
    rows.append(["zelfde antwoord in een andere volgorde", *("ja" if orders[half] else "NEE" for half in halves)])
    parts.append(title("Alleen vt") + table(["", *halves], rows, markdown))
    if speeds:
        rows = []
        for text, best in speeds.items():
            by = {tool.name: value for tool, value in best.items()}
            ratio = f"{by['vt'] / by['deduce']:.0f} ×" if "deduce" in by else "–"
            rows.append([text, *(f"{by[tool.name] / 1000:,.0f} kB/s".replace(",", ".") for tool in tools), ratio])
        parts.append(title("Snelheid op één core")
                     + table(["", *(tool.name for tool in tools), "verhouding"], rows, markdown))
    parts.append(versions)
    return "\n\n".join(parts)


def load(half):
    """One half. Mail and pages end in .nl instead of the reserved .example: deduce wants an ending that exists."""
    path = ROOT / "tests" / "corpus" / f"{half}.jsonl"
    records = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
    for r in records:
        ends = [m.end() for m in re.finditer(r"(?i)\.example\b", r["tekst"])]
        r["tekst"] = re.sub(r"\.example\b", ".nl", re.sub(r"\.EXAMPLE\b", ".NL", r["tekst"]))
        for s in [*r["spans"], *r.get("mag", [])]:
            for side in ("start", "end"):
                s[side] -= sum(end <= s[side] for end in ends) * (len(".example") - len(".nl"))
    return records


def main():
    ask = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    ask.add_argument("--helft", choices=HALVES, action="append", help="alleen deze helft; mag vaker")
    ask.add_argument("--scan", help="een scan_jsonl die er al is, in plaats van bouwen")
    ask.add_argument("--zonder-deduce", action="store_true", help="alleen vt")
    ask.add_argument("--zonder-snelheid", action="store_true", help="meet geen snelheid")
    ask.add_argument("--markdown", action="store_true", help="tabellen als Markdown")
    ask.add_argument("--schrijf", action="store_true", help=f"zet de tabellen in {PAGE.relative_to(ROOT)}")
    ask.add_argument("--mis", choices=HALVES, help="toont ook wat vt in deze helft mist en te veel aanwijst")
    ask.add_argument("--deduce-werker", action="store_true", help=argparse.SUPPRESS)
    args = ask.parse_args()
    if args.deduce_werker:
        return deduce_worker()
    tools = [Vt(args.scan)]
    pin()
    tools += [] if args.zonder_deduce else [Deduce()]
    halves = args.helft or list(HALVES)
    corpus = {half: load(half) for half in halves}
    scores, capitals, orders, shown = {tool: {} for tool in tools}, {}, {}, []
    for half, records in corpus.items():
        for tool in tools:
            found = tool.find(records)
            show = shown if args.mis == half and tool.name == "vt" else None
            scores[tool][half] = score(records, found, tool, show)
            if tool.name == "vt":
                other = random.Random(1).sample(records, len(records))
                orders[half] = tool.find(other) == found
                shouted = [loud(r) for r in records]
                capitals[half] = score(shouted, tool.find(shouted), tool)
    speeds, every = {}, [r for records in corpus.values() for r in records]
    if not args.zonder_snelheid:
        cards = [r for r in every if is_card(r)]
        speeds[f"kaarten van {CARD_WORDS} woorden en meer"] = speed(tools, cards)
        speeds["zinnen"] = speed(tools, [r for r in every if not is_card(r)])
    beside = "" if args.zonder_deduce else f" en {DEDUCE}"
    versions = f"Gemeten met Python {sys.version.split()[0]}{beside}, op één van {os.cpu_count()} cores."
    text = report(halves, scores, capitals, orders, speeds, versions, args.markdown or args.schrijf)
    if args.schrijf:
        before, rest = PAGE.read_text(encoding="utf-8").split(BEGIN)
        PAGE.write_text(f"{before}{BEGIN}\n\n{text}\n\n{END}{rest.split(END)[1]}", encoding="utf-8")
    else:
        print(text)
    print(*shown, sep="\n", end="\n" if shown else "")


if __name__ == "__main__":
    main()
