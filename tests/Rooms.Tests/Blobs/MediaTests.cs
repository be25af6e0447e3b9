using Microsoft.EntityFrameworkCore;
using Tupa.Blobs;

namespace Tupa.Tests;

public sealed class MediaTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task A_picture_is_upright_in_several_widths_and_nothing_on_the_disk_knows_where_it_was_taken(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var id = await house.SendAsync(await Samples.PictureAsync(), "koti.jpg");
        await ReadyAsync(house);

        var blob = await house.BlobAsync(id);
        Assert.Equal((MediaState.Ready, 400, 640), (blob.Media, blob.Width, blob.Height));
        Assert.Equal(["original", "picture.jpg", "square.webp", "w320.webp", "w400.webp"], (await house.RenditionsAsync(id)).Select(r => r.Name).Order(StringComparer.Ordinal));
        await NothingLeftAsync(house);
    }

    [Fact]
    public async Task Photographs_of_real_cameras_lose_their_position()
    {
        var folder = Environment.GetEnvironmentVariable("TUPA_EXTERNAL_DATA");
        Assert.SkipWhen(folder is null, "TUPA_EXTERNAL_DATA does not name a folder of photographs");
        await using var house = await TestHouse.OpenAsync("sqlite");
        var photographs = Directory.GetFiles(Path.Combine(folder!, "photos-with-gps"), "*.jpg");
        foreach (var photograph in photographs)
        {
            Assert.Contains("GPSLatitude", await Samples.MetadataAsync(photograph), StringComparison.Ordinal);
            await house.SendAsync(await File.ReadAllBytesAsync(photograph), Path.GetFileName(photograph));
        }

        await ReadyAsync(house);
        Assert.Equal(photographs.Length, await house.ReadAsync(db => db.Set<Blob>().CountAsync(b => b.Media == MediaState.Ready)));
        await NothingLeftAsync(house);
    }

    [Fact]
    public async Task A_film_is_playable_has_a_poster_and_a_length_and_no_metadata()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var id = await house.SendAsync(await Samples.VideoAsync(), "kokous.avi");
        await ReadyAsync(house);

        var blob = await house.BlobAsync(id);
        Assert.Equal((MediaState.Ready, 960, 540), (blob.Media, blob.Width, blob.Height));
        Assert.InRange(blob.Seconds, 1.8, 2.3);
        Assert.Equal(["poster.webp", "video.mp4"], (await house.RenditionsAsync(id)).Select(r => r.Name).Order(StringComparer.Ordinal));
        await NothingLeftAsync(house);
    }

    [Fact]
    public async Task A_sound_has_a_wave_and_a_length_and_no_metadata()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var id = await house.SendAsync(await Samples.SoundAsync(), "lukupiiri.wav");
        await ReadyAsync(house);

        var blob = await house.BlobAsync(id);
        Assert.Equal(MediaState.Ready, blob.Media);
        Assert.InRange(blob.Seconds, 2.9, 3.2);
        Assert.Equal(100, blob.Peaks!.Length);
        Assert.True(blob.Peaks.Count(p => p > 200) > 80, "A steady tone is loud all along");
        Assert.Equal(["sound.m4a"], (await house.RenditionsAsync(id)).Select(r => r.Name));
        await NothingLeftAsync(house);
    }

    [Fact]
    public async Task What_only_claims_to_be_a_picture_fails_and_says_so()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var id = await house.SendAsync([0xFF, 0xD8, 0xFF, 0xE0, .. new byte[500]], "kuva.jpg");
        await ReadyAsync(house);

        var blob = await house.BlobAsync(id);
        Assert.Equal((MediaState.Failed, BlobReason.Unreadable), (blob.Media, blob.Reason));
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task What_was_being_made_when_the_power_went_is_made_again()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var id = await house.SendAsync(await Samples.PictureAsync());
        await house.ScanAsync();
        await house.WriteAsync(db => db.Set<Blob>().ExecuteUpdateAsync(set => set.SetProperty(b => b.Media, MediaState.Preparing).SetProperty(b => b.Attempts, 1)));
        var half = Directory.CreateDirectory(Path.Combine(house.Folder, "blobs", "work", id.ToString())).FullName;
        await File.WriteAllTextAsync(Path.Combine(half, "full.jpg"), "puolikas");

        await house.PrepareAsync();
        Assert.Equal(MediaState.Ready, (await house.BlobAsync(id)).Media);
        await NothingLeftAsync(house);
    }

    [Fact]
    public async Task What_ends_the_process_each_time_is_given_up()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        var id = await house.SendAsync(await Samples.PictureAsync());
        await house.ScanAsync();
        await house.WriteAsync(db => db.Set<Blob>().ExecuteUpdateAsync(set => set.SetProperty(b => b.Media, MediaState.Preparing).SetProperty(b => b.Attempts, 3)));

        await house.PrepareAsync();
        Assert.Equal(MediaState.Failed, (await house.BlobAsync(id)).Media);
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task A_tool_has_no_network_and_ends_in_time()
    {
        using var tools = new MediaTools();
        var limits = new ToolLimits(TimeSpan.FromSeconds(2), 512, 10);
        Assert.Equal("", await tools.RunAsync("bash", ["-c", "tail -n +3 /proc/net/dev | grep -v lo: || true"], Path.GetTempPath(), limits, default));
        await Assert.ThrowsAsync<ToolRefusedException>(() => tools.RunAsync("sleep", ["20"], Path.GetTempPath(), limits, default));
        await Assert.ThrowsAsync<ToolMissingException>(() => tools.RunAsync("no-such-tool", [], Path.GetTempPath(), limits, default));
    }

    private static async Task ReadyAsync(TestHouse house)
    {
        await house.ScanAsync();
        await house.PrepareAsync();
    }

    private static async Task NothingLeftAsync(TestHouse house)
    {
        var kept = (await house.ReadAsync(db => db.Set<Rendition>().ToListAsync())).ConvertAll(house.FileOf);
        Assert.Equal(kept.Distinct().Order(StringComparer.Ordinal), house.BlobFiles().Order(StringComparer.Ordinal));
        foreach (var file in kept)
        {
            var metadata = await Samples.MetadataAsync(file);
            Assert.DoesNotContain("GPS", metadata, StringComparison.Ordinal);
            Assert.DoesNotContain("[IFD0]", metadata, StringComparison.Ordinal);
            Assert.DoesNotContain("[ICC", metadata, StringComparison.Ordinal);
            Assert.DoesNotContain("XMP", metadata, StringComparison.Ordinal);
            Assert.DoesNotContain(Samples.Secret, metadata, StringComparison.Ordinal);
            Assert.False((await File.ReadAllBytesAsync(file)).AsSpan().IndexOf("Salainen"u8) >= 0);
        }
    }
}
