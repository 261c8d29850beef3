// A folder, as a zip that is packed here: a form sends files without the folders they lie in, and
// those say what is sent mail and what a Maildir is. Nothing is compressed; the files are read once
// for their checksums, and a second time when they go over.
(() => {
  "use strict";
  const MOST_FILES = 60000; // of one zip: its directory counts to 65,535
  const MOST_BYTES = 3.5 * 2 ** 30; // and its places to 4 GB
  const PACKED = /\.(zip|gz|tgz|pst|ost)$/i; // is not read inside a zip
  const HIDDEN = /(^|\/)(\.(?!.*\/)|__MACOSX\/)[^/]*$/; // .DS_Store and the like, not .Sent/cur/…

  const table = Uint32Array.from({ length: 256 }, (_, n) => {
    let c = n;
    for (let bit = 0; bit < 8; bit++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
    return c >>> 0;
  });
  const checksum = async (file) => {
    let c = 0xffffffff;
    const reader = file.stream().getReader();
    for (let step = await reader.read(); !step.done; step = await reader.read()) {
      for (const byte of step.value) c = table[(c ^ byte) & 255] ^ (c >>> 8);
    }
    return (c ^ 0xffffffff) >>> 0;
  };
  const numbers = (...pairs) => {
    const bytes = new DataView(new ArrayBuffer(pairs.reduce((sum, [, size]) => sum + size, 0)));
    let at = 0;
    for (const [value, size] of pairs) {
      if (size === 2) bytes.setUint16(at, value, true);
      else bytes.setUint32(at, value, true);
      at += size;
    }
    return bytes.buffer;
  };
  const head = (one) => [[0x0800, 2], [0, 2], [0, 2], [33, 2], [one.crc, 4], [one.file.size, 4], [one.file.size, 4], [one.name.length, 2], [0, 2]];

  // One zip of files that are known by their paths; `tell` hears how many are looked through.
  const packed = async (found, called, tell) => {
    const parts = [];
    const listed = [];
    let at = 0;
    for (const [path, file] of found) {
      const one = { name: new TextEncoder().encode(path), file, crc: await checksum(file), at };
      parts.push(numbers([0x04034b50, 4], [20, 2], ...head(one)), one.name, file);
      at += 30 + one.name.length + file.size;
      listed.push(one);
      tell();
    }
    const directory = listed.flatMap((one) => [
      numbers([0x02014b50, 4], [20, 2], [20, 2], ...head(one), [0, 2], [0, 2], [0, 2], [0, 4], [one.at, 4]),
      one.name,
    ]);
    const size = listed.reduce((sum, one) => sum + 46 + one.name.length, 0);
    const end = numbers([0x06054b50, 4], [0, 4], [listed.length, 2], [listed.length, 2], [size, 4], [at, 4], [0, 2]);
    return new File([...parts, ...directory, end], `${called}.zip`, { type: "application/zip" });
  };

  // [path, file] of a folder, zipped; what no zip may hold goes beside it as it is.
  const files = async (found, called, tell) => {
    const mail = found.filter(([path, file]) => file.size && !HIDDEN.test(path));
    const alone = ([path, file]) => PACKED.test(path) || file.size > MOST_BYTES;
    const beside = mail.filter(alone).map(([, file]) => file);
    const zips = [];
    let some = [];
    let bytes = 0;
    for (const one of mail.filter((each) => !alone(each))) {
      if (some.length >= MOST_FILES || bytes + one[1].size > MOST_BYTES) {
        zips.push(some);
        some = [];
        bytes = 0;
      }
      some.push(one);
      bytes += one[1].size;
    }
    if (some.length) zips.push(some);
    let seen = 0;
    const heard = () => tell((seen += 1), mail.length - beside.length);
    for (const [number, part] of zips.entries()) {
      beside.push(await packed(part, number ? `${called} ${number + 1}` : called, heard));
    }
    return beside;
  };

  const walked = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((given, failed) => entry.file(given, failed));
      return [[entry.fullPath.replace(/^\//, ""), file]];
    }
    const reader = entry.createReader();
    const within = [];
    for (;;) {
      const some = await new Promise((given, failed) => reader.readEntries(given, failed));
      if (!some.length) break;
      within.push(...some);
    }
    const found = [];
    for (const one of within) found.push(...(await walked(one)));
    return found;
  };

  window.kithFolders = {
    // What was dropped. It must be asked at once: the list of items is gone after the event.
    dropped(carried, tell) {
      const entries = [...carried.items].map((item) => item.webkitGetAsEntry?.());
      const plain = [...carried.files];
      if (!entries.some((entry) => entry?.isDirectory)) return Promise.resolve(plain);
      return (async () => {
        const found = [];
        for (const entry of entries.filter(Boolean)) {
          found.push(...(entry.isDirectory ? await files(await walked(entry), entry.name, tell) : (await walked(entry)).map(([, file]) => file)));
        }
        return found;
      })();
    },
    // What a folder's own chooser gave.
    chosen(list, tell) {
      const found = [...list].map((file) => [file.webkitRelativePath || file.name, file]);
      return files(found, found.length ? found[0][0].split("/")[0] : "", tell);
    },
  };
})();
