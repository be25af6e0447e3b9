using System.Diagnostics;

namespace Tupa.Tests;

/// <summary>Pictures, films and sounds made by the tools themselves, each with metadata that must not survive.</summary>
public static class Samples
{
    /// <summary>A place that must be nowhere on the disk afterwards.</summary>
    public const string Secret = "Salainen-Kotikatu-7";

    private static readonly SemaphoreSlim One = new(1, 1);
    private static readonly Lazy<string> Folder = new(() =>
    {
        var folder = Directory.CreateTempSubdirectory("tupa-samples-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        return folder;
    });

    /// <summary>A JPEG lying on its side (orientation 6), 640 by 400 as stored, with a position and a comment.</summary>
    public static Task<byte[]> PictureAsync() => MakeAsync("picture.jpg", async file =>
    {
        await RunAsync("ffmpeg", "-v", "error", "-f", "lavfi", "-i", "testsrc2=s=640x400", "-frames:v", "1", "-y", file);
        await RunAsync("exiftool", "-q", "-overwrite_original", "-n", "-Orientation=6", "-GPSLatitude=60.4518", "-GPSLatitudeRef=N",
            "-GPSLongitude=22.2666", "-GPSLongitudeRef=E", $"-ImageDescription={Secret}", $"-XMP:Creator={Secret}", $"-Comment={Secret}", file);
    });

    public static Task<byte[]> VideoAsync() => MakeAsync("video.mov", file => RunAsync("ffmpeg", "-v", "error",
        "-f", "lavfi", "-i", "testsrc2=s=960x540:r=10:d=2", "-f", "lavfi", "-i", "sine=440:d=2", "-metadata", $"title={Secret}",
        "-metadata", $"location={Secret}", "-c:v", "mpeg4", "-c:a", "aac", "-shortest", "-y", file));

    public static Task<byte[]> SoundAsync() => MakeAsync("sound.wav", file => RunAsync("ffmpeg", "-v", "error",
        "-f", "lavfi", "-i", "sine=440:d=3", "-metadata", $"title={Secret}", "-y", file));

    /// <summary>What exiftool finds in the file: names and values.</summary>
    public static Task<string> MetadataAsync(string file) => RunAsync("exiftool", "-a", "-G1", "-s", file);

    /// <summary>Two files in a ZIP.</summary>
    public static byte[] Zip(string name, byte[] bytes)
    {
        using var memory = new MemoryStream();
        using (var zip = new System.IO.Compression.ZipArchive(memory, System.IO.Compression.ZipArchiveMode.Create, leaveOpen: true))
        {
            using var entry = zip.CreateEntry(name).Open();
            entry.Write(bytes);
        }

        return memory.ToArray();
    }

    private static async Task<byte[]> MakeAsync(string name, Func<string, Task> make)
    {
        var file = Path.Combine(Folder.Value, name);
        await One.WaitAsync();
        try
        {
            if (!File.Exists(file)) await make(file);
        }
        finally
        {
            One.Release();
        }

        return await File.ReadAllBytesAsync(file);
    }

    private static async Task<string> RunAsync(string tool, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(tool, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false })!;
        var said = process.StandardOutput.ReadToEndAsync();
        var complaint = await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? await said : throw new InvalidOperationException($"{tool}: {complaint}");
    }
}
