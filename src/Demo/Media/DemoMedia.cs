using System.Diagnostics;
using System.Globalization;

namespace Tupa.Demo;

/// <summary>
/// The pictures, sounds and films of the demo municipality: drawn and played by this class, the same each time.
/// Needs the command lines of libvips and ffmpeg.
/// </summary>
public static class DemoMedia
{
    public const int AvatarCount = 36;

    /// <summary>Pictures are drawn at 1,280 pixels: as large as the widest place that shows them, and no work for the first start beyond that.</summary>
    private const string PictureScale = "0.8";

    /// <summary>Everything a post can carry, with its Finnish text alternative.</summary>
    public static IReadOnlyList<TownAttachment> All { get; } =
    [
        .. PictureBook.All.Select(picture => new TownAttachment(TownMediaKind.Picture, picture.File, picture.Alt)),
        .. SoundBook.Tunes.Select(tune => new TownAttachment(TownMediaKind.Audio, tune.File, tune.Alt)),
        .. SoundBook.Films.Select(film => new TownAttachment(TownMediaKind.Video, film.File, film.Alt)),
    ];

    /// <summary>Every file of the town once: of posts, and people's own pictures.</summary>
    internal static IReadOnlyList<string> Files { get; } =
        [.. All.Select(m => m.File).Concat(Enumerable.Range(0, AvatarCount).Select(AvatarFile)).Distinct(StringComparer.Ordinal)];

    /// <summary>The file name of somebody's own picture: a face, or a view of the town.</summary>
    public static string AvatarFile(int number) => number < AvatarCount
        ? string.Create(CultureInfo.InvariantCulture, $"avatar-{number:00}.jpg")
        : Avatars.Views[number - AvatarCount];

    /// <summary>Makes those of the files that the folder does not have yet, pictures before the films that show them.</summary>
    /// <param name="made">Told as each file becomes ready, made now or before.</param>
    public static async Task RenderAsync(string folder, IReadOnlyCollection<string> files, Action made, CancellationToken stop = default)
    {
        Directory.CreateDirectory(folder);
        var films = SoundBook.Films.Where(film => files.Contains(film.File)).ToList();
        var wanted = files.Concat(films.Select(film => film.Picture)).ToHashSet(StringComparer.Ordinal);
        var told = new Progressing(made, files);
        var hands = new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop };
        await Parallel.ForEachAsync(PictureBook.All.Where(picture => wanted.Contains(picture.File)), hands, async (picture, halt) =>
        {
            var svg = new Svg(new Dice((ulong)picture.Copy));
            picture.Scene(svg, picture.Light);
            await RasterizeAsync(folder, picture.File, svg.ToString(), PictureScale, "Q=84", told, halt);
        });
        await Parallel.ForEachAsync(Enumerable.Range(0, AvatarCount).Where(number => wanted.Contains(AvatarFile(number))), hands, async (number, halt) =>
            await RasterizeAsync(folder, AvatarFile(number), Avatars.Draw(number), "1", "Q=88", told, halt));
        await Parallel.ForEachAsync(SoundBook.Tunes.Where(tune => wanted.Contains(tune.File)), hands, async (tune, halt) => await RecordAsync(folder, tune, told, halt));
        await Parallel.ForEachAsync(films, hands, async (film, halt) => await ShootAsync(folder, film, told, halt));
    }

    private static Task RecordAsync(string folder, TownTune tune, Progressing made, CancellationToken stop) =>
        MakeAsync(folder, tune.File, made, async target =>
        {
            var wave = target + ".wav";
            await File.WriteAllBytesAsync(wave, Tunes.Play(tune.Seed, tune.Seconds), stop);
            await RunAsync("ffmpeg", ["-y", "-v", "error", "-i", wave, "-c:a", "aac", "-b:a", "96k", "-fflags", "+bitexact", "-map_metadata", "-1", target], stop);
            File.Delete(wave);
        });

    private static Task ShootAsync(string folder, TownFilm film, Progressing made, CancellationToken stop) =>
        MakeAsync(folder, film.File, made, async target =>
        {
            var wave = target + ".wav";
            await File.WriteAllBytesAsync(wave, Tunes.Play(film.Seed, film.Seconds), stop);
            var frames = film.Seconds * 25;
            var zoom = film.In ? "1+0.0009*on" : string.Create(CultureInfo.InvariantCulture, $"{1 + (0.0009 * frames)}-0.0009*on");
            var move = string.Create(
                CultureInfo.InvariantCulture,
                $"[0:v]scale=1920:-1,zoompan=z='{zoom}':x='iw/2-(iw/zoom/2)':y='ih/2-(ih/zoom/2)':d={frames}:s=960x540:fps=25,format=yuv420p[v]");
            await RunAsync("ffmpeg",
                [
                    "-y", "-v", "error", "-i", Path.Combine(folder, film.Picture), "-i", wave, "-filter_complex", move, "-map", "[v]", "-map", "1:a",
                    "-c:v", "libx264", "-preset", "veryfast", "-crf", "26", "-threads", "1", "-c:a", "aac", "-b:a", "96k", "-shortest",
                    "-fflags", "+bitexact", "-movflags", "+faststart", "-map_metadata", "-1", target,
                ], stop);
            File.Delete(wave);
        });

    /// <summary>One picture, or a gallery of a few, that have one of the tags and the light of the month.</summary>
    internal static List<TownAttachment> Pictures(Dice dice, string tags, int month, int most)
    {
        var wanted = tags.Split(',');
        var fitting = PictureBook.All
            .Where(picture => picture.Light.Fits(month) && picture.Tags.Split(' ').Any(tag => wanted.Contains(tag, StringComparer.Ordinal)))
            .ToList();
        return [.. dice.Take(fitting, most).Select(picture => new TownAttachment(TownMediaKind.Picture, picture.File, picture.Alt))];
    }

    internal static TownAttachment Named(string file) => All.First(media => media.File == file);

    private static Task RasterizeAsync(string folder, string file, string svg, string scale, string quality, Progressing made, CancellationToken stop) =>
        MakeAsync(folder, file, made, async target =>
        {
            var drawing = target + ".svg";
            await File.WriteAllTextAsync(drawing, svg, stop);
            await RunAsync("vips", ["copy", $"{drawing}[scale={scale}]", $"{target}[{quality},strip]"], stop);
            File.Delete(drawing);
        });

    /// <summary>Under another name first, so that a broken-off run leaves no half file that looks ready.</summary>
    private static async Task MakeAsync(string folder, string file, Progressing made, Func<string, Task> make)
    {
        var ready = Path.Combine(folder, file);
        if (!File.Exists(ready))
        {
            var half = Path.Combine(folder, "half-" + file);
            await make(half);
            File.Move(half, ready, overwrite: true);
        }

        made.Ready(file);
    }

    private static async Task RunAsync(string tool, string[] arguments, CancellationToken stop)
    {
        using var process = new Process { StartInfo = new ProcessStartInfo(tool, arguments) { UseShellExecute = false, RedirectStandardError = true } };
        process.Start();
        var complaint = await process.StandardError.ReadToEndAsync(stop);
        await process.WaitForExitAsync(stop);
        if (process.ExitCode != 0) throw new InvalidOperationException($"{tool} ended with {process.ExitCode}: {complaint}");
    }

    /// <summary>Tells of the files that were asked for, and not of what was needed on the way.</summary>
    private sealed class Progressing(Action made, IReadOnlyCollection<string> files)
    {
        public void Ready(string file)
        {
            if (files.Contains(file)) made();
        }
    }
}
