// The normal distribution: its tail by the complementary error function, and its quantiles.
// erfc: method and coefficients of fdlibm 5.3, s_erf.c, (C) 1993 Sun Microsystems, Inc.
// Quantiles: Wichura (1988), "Algorithm AS 241: The percentage points of the normal distribution", PPND16.
import { exp } from "./exp.ts";
import { log } from "./log.ts";
import { upperHalf } from "./bits.ts";

const SQRT_2 = 1.4142135623730951;

/** The share of a standard normal distribution below z. */
export function normalCdf(z: number): number {
  return 0.5 * erfc(-z / SQRT_2);
}

/** 1 - erf x, accurate in the upper tail too. */
export function erfc(x: number): number {
  const size = x < 0 ? -x : x;
  if (size < 0.84375) {
    const z = x * x;
    const y = near0(z);
    return x < 0.25 ? 1 - (x + x * y) : 0.5 - (x - 0.5 + x * y);
  }
  if (size < 1.25) {
    const y = near1(size - 1);
    return x > 0 ? 1 - ERF_1 - y : 1 + ERF_1 + y;
  }
  if (size < 28) {
    const tail = farFrom0(size);
    return x > 0 ? tail : 2 - tail;
  }
  return x > 0 ? 0 : x < 0 ? 2 : NaN;
}

const ERF_1 = 8.45062911510467529297e-01;

/** (erf x)/x - 1 from z = x². */
function near0(z: number): number {
  const p = 1.28379167095512558561e-01 +
    z * (-3.25042107247001499370e-01 + z * (-2.84817495755985104766e-02 +
            z *
              (-5.77027029648944159157e-03 + z * -2.37630166566501626084e-05)));
  const q = 1 + z * (3.97917223959155352819e-01 +
        z * (6.50222499887672944485e-02 +
            z * (5.08130628187576562776e-03 +
                z * (1.32494738004321644526e-04 +
                    z * -3.96022827877536812320e-06))));
  return p / q;
}

/** erf(1 + s) - ERF_1. */
function near1(s: number): number {
  const p = -2.36211856075265944077e-03 +
    s * (4.14856118683748331666e-01 +
        s * (-3.72207876035701323847e-01 +
            s * (3.18346619901161753674e-01 +
                s * (-1.10894694282396677476e-01 +
                    s * (3.54783043256182359371e-02 +
                        s * -2.16637559486879084300e-03)))));
  const q = 1 + s * (1.06420880400844228286e-01 +
        s * (5.40397917702171048937e-01 +
            s * (7.18286544141962662868e-02 +
                s * (1.26171219808761642112e-01 +
                    s * (1.36370839120290507362e-02 +
                        s * 1.19844998467991074170e-02)))));
  return p / q;
}

/** erfc x for 1.25 ≤ x < 28. */
function farFrom0(x: number): number {
  const s = 1 / (x * x);
  const ratio = x < 1 / 0.35 ? middleRatio(s) : tailRatio(s);
  // x² in two parts: exp of a rounded square would be wrong in its last digits.
  const z = upperHalf(x);
  return exp(-z * z - 0.5625) * exp((z - x) * (z + x) + ratio) / x;
}

function middleRatio(s: number): number {
  const r = -9.86494403484714822705e-03 +
    s * (-6.93858572707181764372e-01 +
        s * (-1.05586262253232909814e+01 +
            s * (-6.23753324503260060396e+01 +
                s * (-1.62396669462573470355e+02 +
                    s * (-1.84605092906711035994e+02 +
                        s * (-8.12874355063065934246e+01 +
                            s * -9.81432934416914548592e+00))))));
  const t = 1 + s * (1.96512716674392571292e+01 +
        s * (1.37657754143519042600e+02 +
            s * (4.34565877475229228821e+02 +
                s * (6.45387271733267880336e+02 +
                    s * (4.29008140027567833386e+02 +
                        s * (1.08635005541779435134e+02 +
                            s * (6.57024977031928170135e+00 +
                                s * -6.04244152148580987438e-02)))))));
  return r / t;
}

function tailRatio(s: number): number {
  const r = -9.86494292470009928597e-03 +
    s * (-7.99283237680523006574e-01 +
        s * (-1.77579549177547519889e+01 +
            s * (-1.60636384855821916062e+02 +
                s * (-6.37566443368389627722e+02 +
                    s * (-1.02509513161107724954e+03 +
                        s * -4.83519191608651397019e+02)))));
  const t = 1 + s * (3.03380607434824582924e+01 +
        s * (3.25792512996573918826e+02 +
            s * (1.53672958608443695994e+03 +
                s * (3.19985821950859553908e+03 +
                    s * (2.55305040643316442583e+03 +
                        s * (4.74528541206955367215e+02 +
                            s * -2.24409524465858183362e+01))))));
  return r / t;
}

/** The z below which a share p of a standard normal distribution lies, for 0 ≤ p ≤ 1; relative error about 10^-16. */
export function normalQuantile(p: number): number {
  const q = p - 0.5;
  if (q >= -0.425 && q <= 0.425) return q * centralRatio(0.180625 - q * q);
  const tail = q < 0 ? p : 1 - p;
  if (!(tail > 0)) return q < 0 ? -Infinity : q > 0 ? Infinity : NaN;
  const r = Math.sqrt(-log(tail));
  const z = r <= 5 ? outerRatio(r - 1.6) : farRatio(r - 5);
  return q < 0 ? -z : z;
}

function centralRatio(r: number): number {
  const a = ((((((2.5090809287301226727e+3 * r + 3.3430575583588128105e+4) *
                          r + 6.7265770927008700853e+4) * r +
                    4.5921953931549871457e+4) * r + 1.3731693765509461125e+4) *
              r +
            1.9715909503065514427e+3) * r + 1.3314166789178437745e+2) * r +
    3.3871328727963666080e+0;
  const b = ((((((5.2264952788528545610e+3 * r + 2.8729085735721942674e+4) *
                          r + 3.9307895800092710610e+4) * r +
                    2.1213794301586595867e+4) * r + 5.3941960214247511077e+3) *
              r +
            6.8718700749205790830e+2) * r + 4.2313330701600911252e+1) * r + 1;
  return a / b;
}

function outerRatio(r: number): number {
  const c = ((((((7.74545014278341407640e-4 * r + 2.27238449892691845833e-2) *
                          r + 2.41780725177450611770e-1) * r +
                    1.27045825245236838258e+0) * r +
                3.64784832476320460504e+0) *
              r + 5.76949722146069140550e+0) * r + 4.63033784615654529590e+0) *
      r + 1.42343711074968357734e+0;
  const d = ((((((1.05075007164441684324e-9 * r + 5.47593808499534494600e-4) *
                          r + 1.51986665636164571966e-2) * r +
                    1.48103976427480074590e-1) * r +
                6.89767334985100004550e-1) *
              r + 1.67638483018380384940e+0) * r + 2.05319162663775882187e+0) *
      r + 1;
  return c / d;
}

function farRatio(r: number): number {
  const e = ((((((2.01033439929228813265e-7 * r + 2.71155556874348757815e-5) *
                          r + 1.24266094738807843860e-3) * r +
                    2.65321895265761230930e-2) * r +
                2.96560571828504891230e-1) *
              r + 1.78482653991729133580e+0) * r + 5.46378491116411436990e+0) *
      r + 6.65790464350110377720e+0;
  const f = ((((((2.04426310338993978564e-15 * r + 1.42151175831644588870e-7) *
                          r + 1.84631831751005468180e-5) * r +
                    7.86869131145613259100e-4) * r +
                1.48753612908506148525e-2) *
              r + 1.36929880922735805310e-1) * r + 5.99832206555887937690e-1) *
      r + 1;
  return e / f;
}
