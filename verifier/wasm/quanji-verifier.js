// The offline verifier for JavaScript: a plain wrapper around the exports of quanji-verifier-wasm. No network, no clock,
// no dependency: bytes, texts and moments are arguments.
//
//     const verifier = await load(bytesOfTheWasm);
//     const verdict = verifier.verify(packageText, genesisHashOrCheckpoint, { maxAge: 30 * 86_400_000 });
//     if (verdict.verdict === "authentic_and_in_force" && !verdict.freshness.doubtful) …
//
// `in_force` alone is not enough: what is in force may be seized or pledged, and an old proof does not know.

/** Stands for "none" where a number is optional. */
const NONE = 0xffffffffffffffffn;

/**
 * Compiles the verifier.
 * @param {BufferSource} bytes the wasm
 * @returns {Promise<{verify: (text: string, trust: string, time?: Time) => object}>}
 *
 * @typedef {object} Time
 * @property {number} [now] the reader's time, milliseconds since 1970 (default: this computer's)
 * @property {number} [at] the moment of the register asked about, where it does not follow from `now`
 * @property {number} [maxAge] milliseconds; an older proof is marked "later facts unknown"
 * @property {"zh"|"en"} [language] of the texts in the verdict
 */
export async function load(bytes) {
  const compiled = await WebAssembly.compile(bytes);
  return {
    /** The verdict on a package, as `quanji verify --json` gives it: `genuine` tells whether there is one. */
    verify(text, trust, time = {}) {
      // A new instance for each file: no file can leave anything behind.
      const { exports } = new WebAssembly.Instance(compiled, {});
      const give = (string) => {
        const given = new TextEncoder().encode(string);
        const place = exports.quanji_alloc(given.length);
        new Uint8Array(exports.memory.buffer).set(given, place >>> 0);
        return [place, given.length];
      };
      const millis = (number) => {
        if (number === undefined) return NONE;
        // A negative number would be read as a very great one.
        const fits = number >= 0 && number <= Number.MAX_SAFE_INTEGER;
        if (!fits) throw new RangeError(`no number of milliseconds: ${number}`);
        return BigInt(Math.trunc(number));
      };
      const answer = BigInt.asUintN(
        64,
        exports.quanji_verify(
          ...give(text),
          ...give(trust),
          millis(time.now ?? Date.now()),
          millis(time.at),
          millis(time.maxAge),
          time.language === "zh" ? 0 : 1,
        ),
      );
      const [place, length] = [Number(answer >> 32n), Number(answer & 0xffffffffn)];
      return JSON.parse(new TextDecoder().decode(new Uint8Array(exports.memory.buffer, place, length)));
    },
  };
}
