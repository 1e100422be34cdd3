"""Makes the town's sound, its video and the captions of the video.

Run by hand on a machine that has espeak-ng, ffmpeg and the DejaVu fonts:
`python manage.py shell --no-imports -c "from home.demo.making.make_recordings import make_all; make_all()"`.
"""

import subprocess
import tempfile
import wave
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageEnhance, ImageFont

from home.demo.drawings import DRAWINGS
from home.demo.typography import typeset

FILES = Path(__file__).parents[1] / "files"
FRAME = (960, 540)
PAUSE = 0.5
LARGEST = {".mp3": 80_000, ".webm": 200_000}
WELCOME = (
    "Bonjour, vous êtes bien à la mairie de Merlonges.",
    "Pour parler à quelqu’un, restez en ligne : nous répondons en moins de deux minutes.",
    "Pour le centre communal d’action sociale, faites le un.",
    "Pour une urgence sur la voie publique, faites le neuf.",
)
# What is said, the bin that is lit meanwhile (none, one or all), and what is written under it.
SORTING = (
    ("À Merlonges, on trie en trois gestes.", (), "Trier ses déchets"),
    ("Dans le bac jaune, tous les emballages et les papiers, bien vidés.", (1,), "Emballages et papiers"),
    ("Dans le bac vert, les bouteilles et les bocaux en verre.", (2,), "Verre"),
    ("Et dans le bac gris, ce qui reste.", (0,), "Ce qui reste"),
    ("Un doute ? Appelez le 01 99 00 12 47.", (0, 1, 2), "01 99 00 12 47"),
)
BINS = ((94, 140, 350, 524), (350, 140, 606, 524), (606, 140, 862, 524))


def run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


def speak(text: str, target: Path) -> float:
    """Say a sentence in a file, followed by silence; how long it lasts."""
    raw = target.with_suffix(".raw.wav")
    run("espeak-ng", "-v", "fr-fr", "-s", "140", "-p", "42", "-w", str(raw), text)
    run("ffmpeg", "-y", "-i", str(raw), "-af", f"apad=pad_dur={PAUSE}", "-ar", "24000", str(target))
    with wave.open(str(target)) as sound:
        return sound.getnframes() / sound.getframerate()


def joined(parts: list[Path], target: Path) -> Path:
    """The parts one after the other."""
    listing = target.with_suffix(".txt")
    listing.write_text("".join(f"file '{part}'\n" for part in parts))
    run("ffmpeg", "-y", "-f", "concat", "-safe", "0", "-i", str(listing), "-c", "copy", str(target))
    return target


def make_sound(folder: Path) -> None:
    parts = [folder / f"welcome-{place}.wav" for place in range(len(WELCOME))]
    for text, part in zip(WELCOME, parts, strict=True):
        speak(text, part)
    whole = joined(parts, folder / "welcome.wav")
    run("ffmpeg", "-y", "-i", str(whole), "-ac", "1", "-b:a", "32k", str(FILES / "message-accueil.mp3"))


def frame(lit: tuple[int, ...], words: str) -> Image.Image:
    """The three bins, those that are not named in the shade, and a line of text."""
    picture = Image.open(BytesIO(DRAWINGS["tri"]())).resize((960, 576)).crop((0, 36, 960, 576))
    if lit:
        shade = ImageEnhance.Brightness(picture).enhance(0.45)
        for place in lit:
            mask = Image.new("L", picture.size, 0)
            ImageDraw.Draw(mask).rounded_rectangle(BINS[place], radius=40, fill=255)
            shade.paste(picture, mask=mask)
        picture = shade
    draw = ImageDraw.Draw(picture)
    font = ImageFont.truetype("DejaVuSans-Bold.ttf", 40)
    draw.rounded_rectangle((180, 30, 780, 110), radius=16, fill="#1f4d45")
    draw.text((480, 70), words, font=font, fill="#fffdf9", anchor="mm")
    return picture


def timestamp(seconds: float) -> str:
    return f"00:{int(seconds // 60):02}:{seconds % 60:06.3f}"


def make_video(folder: Path) -> None:
    sounds, pictures, captions, now = [], [], ["WEBVTT\n"], 0.0
    for place, (text, lit, words) in enumerate(SORTING):
        sound = folder / f"sorting-{place}.wav"
        length = speak(text, sound)
        image = folder / f"sorting-{place}.png"
        frame(lit, words).save(image)
        clip = folder / f"sorting-{place}.mkv"
        still = ("ffmpeg", "-y", "-loop", "1", "-i", str(image), "-t", f"{length:.3f}", "-r", "10")
        run(*still, "-c:v", "ffv1", "-pix_fmt", "yuv420p", str(clip))
        captions.append(f"{timestamp(now)} --> {timestamp(now + length - 0.1)}\n{typeset(text)}\n")
        now += length
        sounds.append(sound)
        pictures.append(clip)
    sound, images = joined(sounds, folder / "sorting.wav"), joined(pictures, folder / "sorting.mkv")
    coding = ("-c:v", "libvpx-vp9", "-b:v", "0", "-crf", "38", "-c:a", "libopus", "-b:a", "24k", "-ac", "1")
    target = FILES / "tri-des-dechets.webm"
    run("ffmpeg", "-y", "-i", str(images), "-i", str(sound), *coding, "-shortest", str(target))
    (FILES / "tri-des-dechets.vtt").write_text("\n".join(captions))


def make_all() -> None:
    """Make the files again, and print how heavy each is."""
    with tempfile.TemporaryDirectory() as name:
        make_sound(Path(name))
        make_video(Path(name))
    for file in sorted(FILES.iterdir()):
        if file.stat().st_size > LARGEST.get(file.suffix, 10**9):
            raise SystemExit(f"{file.name} is too heavy: {file.stat().st_size} bytes")
        print(file.name, file.stat().st_size)
