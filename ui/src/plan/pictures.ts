// Pictures of plans as the page shows them: bytes are asked for once for each fingerprint, symbols come with the vocabulary.
// Relies on fingerprints: the same one is always the same picture.
import { useEffect } from 'react';
import { create } from 'zustand';
import { backend } from '../backend';
import { useSettings } from '../state/settings';

const usePictures = create<{ addresses: ReadonlyMap<string, string> }>(() => ({ addresses: new Map() }));
const asked = new Set<string>();

async function ask(asset: string): Promise<void> {
  try {
    const { media_type: type, data } = await backend().call('picture', { asset });
    const address = `data:${type};base64,${data}`;
    usePictures.setState(({ addresses }) => ({ addresses: new Map(addresses).set(asset, address) }));
  } catch {
    // A picture that is not there leaves its place empty; it is asked for again with the next project.
    asked.delete(asset);
  }
}

/** Where the page finds a picture; `null` until it is there. */
export function usePicture(asset: string): string | null {
  const address = usePictures((state) => state.addresses.get(asset) ?? null);
  useEffect(() => {
    if (address || asked.has(asset)) return;
    asked.add(asset);
    void ask(asset);
  }, [asset, address]);
  return address;
}

const symbols = new Map<string, string>();

/** The drawing of a symbol as an address. */
export function useSymbol(id: string): string | null {
  const svg = useSettings((state) => state.vocabulary?.symbols.find((own) => own.value === id)?.svg);
  if (!svg) return null;
  const known = symbols.get(id);
  if (known) return known;
  const address = `data:image/svg+xml;utf8,${encodeURIComponent(svg)}`;
  symbols.set(id, address);
  return address;
}
