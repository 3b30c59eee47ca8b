# Makes math_reference.json with mpmath: arguments and correctly rounded results. Run once: python3 math_reference.py
import json, math, os, random, struct
from mpmath import mp, mpf

random.seed(1)
mp.prec = 1400


def any_double():
    while True:
        x = struct.unpack("<d", random.randbytes(8))[0]
        if math.isfinite(x):
            return x


def near(center, width):
    return center + (random.random() - 0.5) * width


cases = {
    "log": (mp.log, [lambda: (abs(any_double()),), lambda: (near(1, 1),), lambda: (near(1, 1e-5),), lambda: (random.random(),)]),
    "log1p": (mp.log1p, [lambda: (near(0, 1) * 2.0 ** -random.randrange(60),)]),
    "exp": (mp.exp, [lambda: (near(0, 1480),), lambda: (near(0, 2),), lambda: (near(-725, 40),)]),
    "expm1": (mp.expm1, [lambda: (near(0, 20) * 2.0 ** -random.randrange(60),)]),
    "sin": (mp.sin, [lambda: (any_double(),), lambda: (near(0, 100),), lambda: (random.randrange(10**6) * math.pi / 2,)]),
    "cos": (mp.cos, [lambda: (any_double(),), lambda: (near(0, 100),), lambda: (random.randrange(10**6) * math.pi / 2,)]),
    "erfc": (mp.erfc, [lambda: (near(2, 20),), lambda: (near(0, 3),)]),
    "normalQuantile": (lambda p: mp.sqrt(2) * mp.erfinv(2 * p - 1), [lambda: (random.random(),), lambda: (10 ** (-10 * random.random()),)]),
    "pow": (mp.power, [lambda: (random.random() * 10, near(0, 200)), lambda: (abs(any_double()), near(0, 4)), lambda: (near(1, 1e-6), near(0, 1e9))]),
}

reference = {}
for name, (function, draws) in cases.items():
    reference[name] = []
    if name == "normalQuantile":
        mp.prec = 300
    for i in range(150):
        arguments = draws[i % len(draws)]()
        result = function(*map(mpf, arguments))
        if mpf(2) ** -1060 < abs(result) < mpf(2) ** 1023:
            reference[name].append([*arguments, float(result)])

with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "math_reference.json"), "w") as file:
    lines = [f'"{name}": [\n' + ",\n".join(map(json.dumps, rows)) + "\n]" for name, rows in reference.items()]
    file.write("{\n" + ",\n".join(lines) + "\n}\n")
