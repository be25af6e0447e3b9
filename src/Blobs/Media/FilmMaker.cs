using System.Globalization;
using System.Text.Json;

namespace Tupa.Blobs;

/// <summary>Makes films and sounds playable everywhere, without their metadata. What was sent is not kept.</summary>
internal sealed class FilmMaker(MediaTools tools, PictureMaker pictures)
{
    private const double LongestSeconds = 4 * 3600;
    private const int Buckets = 100;
    private static readonly string[] Nameless = ["-map_metadata", "-1", "-map_chapters", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact", "-flags:a", "+bitexact"];
    private static readonly string[] Sound = ["-c:a", "aac", "-b:a", "128k", "-ac", "2"];

    // The shorter side at most 720, even numbers, never enlarged.
    private const string Shape = "scale=w='if(gt(iw,ih),-2,trunc(min(720,iw)/2)*2)':h='if(gt(iw,ih),trunc(min(720,ih)/2)*2,-2)'";

    public async Task<Made> VideoAsync(string source, string type, string bench, CancellationToken stop)
    {
        var limits = LimitsFor((await LookAsync(source, type, bench, stop)).Seconds);
        var video = Path.Combine(bench, Rendition.Video);
        await FfmpegAsync(source, type,
            ["-map", "0:v:0", "-map", "0:a:0?", "-sn", "-dn", .. Nameless, "-vf", Shape,
                "-c:v", "libx264", "-preset", "veryfast", "-crf", "23", "-pix_fmt", "yuv420p", .. Sound, "-movflags", "+faststart", video],
            bench, limits, stop);

        var made = await LookAsync(video, "video/mp4", bench, stop);
        var picture = Path.Combine(bench, "poster.png");
        await FfmpegAsync(video, "video/mp4",
            ["-ss", Math.Min(1, made.Seconds / 3).ToString("0.###", CultureInfo.InvariantCulture), "-frames:v", "1", picture], bench, limits, stop);
        return new([new(Rendition.Video, video, "video/mp4"), await pictures.PosterAsync(picture, bench, stop)], made.Width, made.Height, made.Seconds);
    }

    public async Task<Made> SoundAsync(string source, string type, string bench, CancellationToken stop)
    {
        var limits = LimitsFor((await LookAsync(source, type, bench, stop)).Seconds);
        var sound = Path.Combine(bench, Rendition.Sound);
        await FfmpegAsync(source, type, ["-map", "0:a:0", "-vn", "-sn", "-dn", .. Nameless, .. Sound, "-movflags", "+faststart", sound], bench, limits, stop);

        var seconds = (await LookAsync(sound, "audio/mp4", bench, stop)).Seconds;
        var peaks = await PeaksAsync(sound, seconds, bench, limits, stop);
        return new([new(Rendition.Sound, sound, "audio/mp4")], Seconds: seconds, Peaks: peaks);
    }

    private async Task<byte[]> PeaksAsync(string sound, double seconds, string bench, ToolLimits limits, CancellationToken stop)
    {
        const int rate = 8000;
        var loudest = new int[Buckets];
        var perBucket = Math.Max(1, seconds * rate / Buckets);
        await tools.RunAsync("ffmpeg", [.. Quiet, "-i", sound, "-ac", "1", "-ar", "8000", "-f", "s16le", "pipe:1"], bench, limits, async output =>
        {
            var piece = new byte[65536];
            long sample = 0;
            int read;
            while ((read = await output.ReadAtLeastAsync(piece, piece.Length, throwOnEndOfStream: false, stop)) > 1)
            {
                for (var i = 0; i + 1 < read; i += 2, sample++)
                {
                    var bucket = (int)Math.Min(Buckets - 1, sample / perBucket);
                    loudest[bucket] = Math.Max(loudest[bucket], Math.Abs((int)BitConverter.ToInt16(piece, i)));
                }
            }
        }, stop);

        // The loudest moment is full height, so that a quiet recording has a shape too.
        var top = Math.Max(1, loudest.Max());
        return [.. loudest.Select(p => (byte)(p * 255L / top))];
    }

    private static readonly string[] Quiet = ["-v", "error", "-nostdin", "-protocol_whitelist", "file,pipe", "-threads", "2"];

    // The reader is told what it reads, so that a playlist in disguise cannot send it elsewhere.
    private static string[] Reader(string type) => type switch
    {
        "video/mp4" or "video/quicktime" or "audio/mp4" => ["-f", "mov"],
        "video/webm" or "video/x-matroska" => ["-f", "matroska"],
        "video/x-msvideo" => ["-f", "avi"],
        "video/ogg" or "audio/ogg" => ["-f", "ogg"],
        "audio/mpeg" => ["-f", "mp3"],
        "audio/flac" => ["-f", "flac"],
        "audio/wav" => ["-f", "wav"],
        _ => throw new ArgumentOutOfRangeException(nameof(type)),
    };

    private Task<string> FfmpegAsync(string source, string type, IReadOnlyList<string> arguments, string bench, ToolLimits limits, CancellationToken stop) =>
        tools.RunAsync("ffmpeg", [.. Quiet, .. Reader(type), "-i", source, "-y", .. arguments], bench, limits, stop);

    private static ToolLimits LimitsFor(double seconds) => seconds > LongestSeconds
        ? throw new TooMuchException(BlobReason.TooLong)
        : new(TimeSpan.FromSeconds(120 + seconds * 4), 4096, 8000);

    private async Task<(double Seconds, int Width, int Height)> LookAsync(string file, string type, string bench, CancellationToken stop)
    {
        var said = await tools.RunAsync("ffprobe",
            ["-v", "error", "-protocol_whitelist", "file", .. Reader(type), "-print_format", "json", "-show_streams", "-show_format", file],
            bench, new(TimeSpan.FromMinutes(1), 2048, 10), stop);
        using var json = JsonDocument.Parse(said);
        var (width, height) = (0, 0);
        foreach (var stream in json.RootElement.GetProperty("streams").EnumerateArray())
        {
            if (stream.GetProperty("codec_type").GetString() != "video" || width > 0) continue;
            width = stream.GetProperty("width").GetInt32();
            height = stream.GetProperty("height").GetInt32();
        }

        var length = json.RootElement.GetProperty("format").TryGetProperty("duration", out var duration) ? duration.GetString() : null;
        return (double.TryParse(length, CultureInfo.InvariantCulture, out var seconds) ? seconds : 0, width, height);
    }
}
