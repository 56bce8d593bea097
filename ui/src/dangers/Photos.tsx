// Photographs of a danger: small, and large by a click; picking new ones.
// Relies on `picture` for the bytes and on `keep-photo` for a file's way into the project.
import { Modal } from 'antd';
import { useState } from 'react';
import { backend, toCallError } from '../backend';
import { useCalled } from '../filing/useCalled';
import { Icon } from '../parts/icons';
import { notifyError } from '../state/notices';
import { useWords } from '../words';

export function usePicture(asset: string): string | null {
  const { answer } = useCalled('picture', { asset }, asset || null);
  return answer ? `data:${answer.media_type};base64,${answer.data}` : null;
}

interface PhotoProps {
  asset: string;
  title: string;
  onRemove?: () => void;
}

export function Photo({ asset, title, onRemove }: PhotoProps) {
  const w = useWords();
  const source = usePicture(asset);
  const [large, setLarge] = useState(false);
  return (
    <figure className="photo" data-testid="photo">
      <button type="button" onClick={() => setLarge(true)} title={title}>
        {source ? <img src={source} alt={title} /> : <Icon name="picture" size={20} />}
      </button>
      <figcaption>{title}</figcaption>
      {onRemove ? (
        <button type="button" className="ib tiny" title={w.common.remove} onClick={onRemove}>
          <Icon name="close" size={11} />
        </button>
      ) : null}
      {large && source ? (
        <Modal open footer={null} width="min(90vw, 1000px)" title={title} onCancel={() => setLarge(false)}>
          <img className="photo-large" src={source} alt={title} />
        </Modal>
      ) : null}
    </figure>
  );
}

export const PHOTO_ENDINGS = ['jpg', 'jpeg', 'png', 'webp', 'bmp', 'tif', 'tiff'];

/** Asks for a picture and takes it into the project; its fingerprint, or nothing. */
export async function pickPhoto(title: string, filter: string): Promise<string | null> {
  try {
    const path = await backend().pick({
      title,
      what: 'open',
      filter,
      endings: PHOTO_ENDINGS,
      suggested: '',
    });
    if (!path) return null;
    const { asset } = await backend().call('keep-photo', { path, data: '' });
    return asset;
  } catch (thrown) {
    notifyError(toCallError(thrown).api);
    return null;
  }
}

interface PhotosProps {
  label: string;
  assets: readonly string[];
  onChange: (assets: string[]) => void;
  required?: boolean;
  testid: string;
}

export function PhotosField({ label, assets, onChange, required = false, testid }: PhotosProps) {
  const w = useWords();
  const add = async () => {
    const asset = await pickPhoto(w.inspect.photoPick, w.inspect.photoFilter);
    if (asset && !assets.includes(asset)) onChange([...assets, asset]);
  };
  return (
    <div className="field wide">
      <span className="label">{required ? `${label} *` : label}</span>
      <div className="photos">
        {assets.map((asset) => (
          <Photo
            key={asset}
            asset={asset}
            title={label}
            onRemove={() => onChange(assets.filter((own) => own !== asset))}
          />
        ))}
        <button type="button" className="photo-add" onClick={() => void add()} data-testid={testid}>
          <Icon name="picture" size={16} />
          {w.dangers.addPhotos}
        </button>
      </div>
    </div>
  );
}
