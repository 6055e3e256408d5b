import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { Problem } from '../../../domain/problem.ts';
import type { JsonValue, Picture } from '../../../domain/records/kind.ts';
import { useServices } from '../../app-services.ts';
import { useLiveQuery } from '../../data/use-live-query.ts';
import { Tick } from '../../forms/Ticks.tsx';
import type { FieldWords } from '../../i18n/profile/profile-words.ts';
import { useI18n } from '../../i18n/use-i18n.tsx';
import { useLateSaving } from '../use-late-saving.ts';
import { usePicture } from '../use-picture.ts';
import { useStable } from '../use-stable.ts';
import { Banner } from '../../ui/Banner.tsx';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/Icon.tsx';
import { cameraIcon, cloudDoneIcon, cloudWaitingIcon, downloadIcon } from '../../ui/icons.ts';
import { TextField } from '../../ui/TextField.tsx';
import { useToast } from '../../ui/Toasts.tsx';
import styles from './PhotoAnswer.module.css';

/** Characters. */
const mostOfCaption = 200;

/** A photo as a profile holds it. */
interface LibraryPhoto {
  image: Picture;
  caption?: string;
  consent?: boolean;
}

interface PhotoAnswerProps {
  words: FieldWords;
  value: JsonValue | undefined;
  /** True once it is saved. What stops it is said in words. */
  onAnswer: (value: JsonValue | null) => Promise<boolean>;
}

/** A photo: taken or chosen, shown at once, sent later; with its caption and the consent of those in it. */
export function PhotoAnswer({ words, value, onAnswer }: PhotoAnswerProps) {
  const { pictures, preparePhoto } = useServices();
  const { t } = useI18n();
  const showToast = useToast();
  const id = useId();
  const photo = readPhoto(value);
  const [isWorking, setIsWorking] = useState(false);
  const [trouble, setTrouble] = useState<string>();
  const [caption, setCaption] = useState<string>();

  async function take(file: File | undefined): Promise<void> {
    if (!file) return;
    setIsWorking(true);
    setTrouble(undefined);
    try {
      const { bytes, ...about } = await preparePhoto(file);
      await replace(await pictures.keep(bytes, about));
    } catch (error) {
      setTrouble(troubleWords(error));
    } finally {
      setIsWorking(false);
    }
  }

  // Making a photo takes a while: what was said of the old one meanwhile counts.
  const replace = useStable(async (image: Picture) => {
    const before = photo && present(photo);
    // Whoever is in the new picture has to agree anew.
    const isSaved = await onAnswer({
      image,
      ...(before?.caption !== undefined && { caption: before.caption }),
    });
    if (isSaved && before) sayWithUndo('photo.state.replaced', before);
  });

  function troubleWords(error: unknown): string {
    if (error instanceof Problem && error.code === 'device-full') return t('photo.problem.full');
    const why = error instanceof Error ? error.message : '';
    return why === 'too-many-pixels' || why === 'format'
      ? t(`photo.problem.${why}`)
      : t('photo.problem.unreadable');
  }

  async function remove(): Promise<void> {
    if (!photo) return;
    const before = present(photo);
    if (await onAnswer(null)) sayWithUndo('photo.state.removed', before);
  }

  function sayWithUndo(
    what: 'photo.state.replaced' | 'photo.state.removed',
    before: LibraryPhoto,
  ): void {
    showToast({
      text: t(what),
      action: {
        label: t('all.action.undo'),
        onPress: () => void onAnswer(before as unknown as JsonValue),
      },
    });
  }

  /** A photo with its caption as it stands on the screen, saved or not. */
  function present({ caption: saved, ...rest }: LibraryPhoto, typed = caption): LibraryPhoto {
    const tidy = tidied(typed ?? saved);
    return { ...rest, ...(tidy !== '' && { caption: tidy }) };
  }

  const isTyping = useRef(false);
  const saveCaption = useLateSaving((typed: string) => {
    isTyping.current = false;
    if (!photo || tidied(typed) === (photo.caption ?? '')) return;
    void onAnswer(present(photo, typed) as unknown as JsonValue);
  });

  function typeCaption(typed: string) {
    isTyping.current = true;
    setCaption(typed);
    saveCaption(typed);
  }

  // What was typed stands until something else is read.
  useEffect(() => {
    if (!isTyping.current && tidied(caption) !== (photo?.caption ?? '')) setCaption(undefined);
  }, [photo?.caption]);

  return (
    <fieldset class={styles.photo} aria-labelledby={id}>
      <p class={styles.label} id={id}>
        {words.label}
      </p>
      {words.hint !== undefined && <p class={styles.hint}>{words.hint}</p>}
      {photo && <Shown image={photo.image} label={words.label} />}
      {isWorking && <output>{t('photo.state.working')}</output>}
      {trouble !== undefined && <Banner kind="problem">{trouble}</Banner>}
      <div class={styles.buttons}>
        <FileButton
          icon={cameraIcon}
          label={t(photo ? 'photo.state.again' : 'photo.state.take')}
          isCamera
          isDisabled={isWorking}
          onFile={file => void take(file)}
        />
        <FileButton
          icon={downloadIcon}
          label={t('photo.state.choose')}
          isDisabled={isWorking}
          onFile={file => void take(file)}
        />
        {photo && (
          <Button kind="quiet" onPress={() => void remove()}>
            {t('all.action.delete')}
          </Button>
        )}
      </div>
      {photo && (
        <>
          <Tick
            label={t('photo.state.consent')}
            isOn={photo.consent === true}
            onToggle={() =>
              void onAnswer({ ...present(photo), consent: photo.consent !== true } as JsonValue)
            }
          />
          <TextField
            label={t('photo.state.caption')}
            value={caption ?? photo.caption ?? ''}
            onType={typeCaption}
            maxLength={mostOfCaption}
            autoCapitalize="sentences"
          />
        </>
      )}
    </fieldset>
  );
}

interface FileButtonProps {
  icon: string;
  label: string;
  isCamera?: boolean;
  isDisabled: boolean;
  onFile: (file: File | undefined) => void;
}

/** A button over the browser's own place for files, which a screen reader and a keyboard know. */
function FileButton({ icon, label, isCamera = false, isDisabled, onFile }: FileButtonProps) {
  return (
    <label class={styles.button}>
      <input
        type="file"
        accept="image/*"
        {...(isCamera && { capture: 'environment' })}
        disabled={isDisabled}
        onChange={event => {
          const input = event.currentTarget;
          onFile(input.files?.[0]);
          // The same file may be chosen again.
          input.value = '';
        }}
      />
      <Icon shape={icon} />
      <span>{label}</span>
    </label>
  );
}

/** The picture, from this device or from home, and how far it has come. */
function Shown({ image, label }: { image: Picture; label: string }) {
  const { pictures } = useServices();
  const { t } = useI18n();
  const { sha256 } = image;
  const state = useLiveQuery(() => pictures.stateOf(sha256), [pictures, sha256]);
  const address = usePicture(image);
  return (
    <figure class={styles.figure}>
      {address ? (
        <img src={address} alt={t('photo.state.alt', { label })} width={image.w} height={image.h} />
      ) : (
        <p class={styles.absent} style={{ aspectRatio: `${image.w} / ${image.h}` }}>
          {address === null ? t('photo.state.absent') : ''}
        </p>
      )}
      <figcaption class={styles.state}>
        <Icon shape={state === 'waiting' ? cloudWaitingIcon : cloudDoneIcon} size="small" />
        {state === 'waiting'
          ? t('photo.state.waiting')
          : state === 'home'
            ? t('photo.state.home')
            : t('photo.state.elsewhere')}
      </figcaption>
    </figure>
  );
}

const tidied = (caption = '') => caption.trim().slice(0, mostOfCaption);

function readPhoto(value: JsonValue | undefined): LibraryPhoto | undefined {
  return typeof value === 'object' && value !== null && 'image' in value
    ? (value as unknown as LibraryPhoto)
    : undefined;
}
