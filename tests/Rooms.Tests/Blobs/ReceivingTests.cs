using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Tests;

public sealed class ReceivingTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Bytes_lie_under_their_digest_and_the_same_bytes_once(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var text = Encoding.UTF8.GetBytes("Pöytäkirja 4/2026");
        var first = await house.SendAsync(text, "pöytäkirja.txt");
        await house.ScanAsync();
        var second = await house.SendAsync(text, "kopio.txt");

        Assert.Equal(first, second);
        var rendition = Assert.Single(await house.RenditionsAsync(first));
        Assert.Equal(Convert.ToHexStringLower(SHA256.HashData(text)), rendition.Sha256);
        Assert.Equal(text, await File.ReadAllBytesAsync(house.FileOf(rendition)));
        Assert.Equal([house.FileOf(rendition)], house.BlobFiles());
    }

    [Fact]
    public async Task What_is_too_large_is_stopped_on_the_way_with_the_limit_in_the_sentence()
    {
        await using var house = await TestHouse.OpenAsync("sqlite", new Dictionary<string, string?> { ["Tupa:Blobs:Largest"] = "1500000" });
        var (id, refusal) = await house.TrySendAsync(new byte[1_600_000]);

        Assert.Null(id);
        Assert.Equal("Tiedosto on liian suuri. Suurin sallittu koko on 1,5\u00a0Mt.", refusal!.Reason.Fi);
        Assert.Equal("Filen är för stor. Den största tillåtna storleken är 1,5\u00a0MB.", refusal.Reason.Sv);
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task Programs_and_empty_files_are_not_taken()
    {
        await using var house = await TestHouse.OpenAsync("sqlite");
        Assert.Equal(BlobText.Program, (await house.TrySendAsync("MZ\u0090\0\u0003"u8.ToArray(), "kuva.jpg")).Refusal!.Reason);
        Assert.Equal(BlobText.Empty, (await house.TrySendAsync([])).Refusal!.Reason);
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task When_the_disk_does_not_take_the_bytes_no_row_says_that_it_did()
    {
        await using var house = await TestHouse.OpenAsync("sqlite", more: services => services.AddSingleton(new Disk(_ => -1)));
        await Assert.ThrowsAsync<IOException>(() => house.TrySendAsync("hei"u8.ToArray()));
        Assert.Equal(0, await house.ReadAsync(db => db.Set<Blob>().CountAsync()));
        Assert.Empty(house.BlobFiles());
    }

    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task What_no_room_points_at_goes_rows_and_bytes_and_so_do_bytes_without_a_row(string database)
    {
        await using var house = await TestHouse.OpenAsync(database);
        var id = await house.SendAsync("tarpeeton"u8.ToArray());
        await house.ScanAsync();
        var stray = Path.Combine(house.Folder, "blobs", "aa", "bb", "aabb".PadRight(64, '0'));
        Directory.CreateDirectory(Path.GetDirectoryName(stray)!);
        await File.WriteAllTextAsync(stray, "ilman riviä");
        var dead = Path.Combine(house.Folder, "blobs", "incoming", BlobId.New().ToString());
        await File.WriteAllTextAsync(dead, "kesken jäänyt");

        await house.SweepAsync();
        Assert.Equal(3, house.BlobFiles().Count);

        house.Clock.Move(TimeSpan.FromHours(2));
        foreach (var file in new[] { stray, dead }) File.SetLastWriteTimeUtc(file, TimeProvider.System.UtcNow().AddHours(-2));
        await house.SweepAsync();

        Assert.Empty(house.BlobFiles());
        Assert.False(await house.ReadAsync(db => db.Set<Blob>().AnyAsync(b => b.Id == id)));
    }
}
