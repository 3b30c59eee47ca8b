// Indonesia's provinces, regencies and cities by the codes of its ministry of home affairs, as a NIK begins with them.

/** A province's regencies (01 and on) and cities (71 and on), as ranges of their two digits. */
const PROVINCES: Readonly<Record<number, readonly (readonly number[])[]>> = {
  11: [[1, 18], [71, 75]], // Aceh
  12: [[1, 25], [71, 78]], // Sumatera Utara
  13: [[1, 12], [71, 77]], // Sumatera Barat
  14: [[1, 10], [71, 72]], // Riau
  15: [[1, 9], [71, 72]], // Jambi
  16: [[1, 13], [71, 74]], // Sumatera Selatan
  17: [[1, 9], [71, 71]], // Bengkulu
  18: [[1, 13], [71, 72]], // Lampung
  19: [[1, 6], [71, 71]], // Kepulauan Bangka Belitung
  21: [[1, 5], [71, 72]], // Kepulauan Riau
  31: [[1, 1], [71, 75]], // DKI Jakarta
  32: [[1, 18], [71, 79]], // Jawa Barat
  33: [[1, 29], [71, 76]], // Jawa Tengah
  34: [[1, 4], [71, 71]], // DI Yogyakarta
  35: [[1, 29], [71, 79]], // Jawa Timur
  36: [[1, 4], [71, 74]], // Banten
  51: [[1, 8], [71, 71]], // Bali
  52: [[1, 8], [71, 72]], // Nusa Tenggara Barat
  53: [[1, 21], [71, 71]], // Nusa Tenggara Timur
  61: [[1, 12], [71, 72]], // Kalimantan Barat
  62: [[1, 13], [71, 71]], // Kalimantan Tengah
  63: [[1, 11], [71, 72]], // Kalimantan Selatan
  64: [[1, 3], [7, 9], [11, 11], [71, 72], [74, 74]], // Kalimantan Timur
  65: [[1, 4], [71, 71]], // Kalimantan Utara
  71: [[1, 11], [71, 74]], // Sulawesi Utara
  72: [[1, 12], [71, 71]], // Sulawesi Tengah
  73: [[1, 18], [22, 22], [24, 24], [26, 26], [71, 73]], // Sulawesi Selatan
  74: [[1, 15], [71, 72]], // Sulawesi Tenggara
  75: [[1, 5], [71, 71]], // Gorontalo
  76: [[1, 6]], // Sulawesi Barat
  81: [[1, 9], [71, 72]], // Maluku
  82: [[1, 8], [71, 72]], // Maluku Utara
  91: [[3, 3], [5, 6], [10, 11], [15, 15], [19, 20], [71, 71]], // Papua
  92: [[2, 3], [6, 8], [11, 12]], // Papua Barat
};

let all: Uint16Array | undefined;

/** All codes of four digits: 3273 is the city of Bandung in Jawa Barat. */
export function regions(): Uint16Array {
  return all ??= Uint16Array.from(
    Object.entries(PROVINCES).flatMap(([province, ranges]) =>
      ranges.flatMap(([from, to]) =>
        Array.from(
          { length: to - from + 1 },
          (_, i) => 100 * Number(province) + from + i,
        )
      )
    ),
  );
}
