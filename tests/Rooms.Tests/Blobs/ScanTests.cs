using System.Net.Sockets;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Tests;

public sealed class ScanTests
{
    [Theory, MemberData(nameof(TestHouse.Databases), MemberType = typeof(TestHouse))]
    public async Task Malware_is_found_bare_and_packed_and_its_bytes_are_gone(string database)
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync(database, clamd.Settings());
        var bare = await house.SendAsync(Clamd.Eicar, "hei.txt");
        var packed = await house.SendAsync(Samples.Zip("eicar.com", Clamd.Eicar), "hei.zip");
        var clean = await house.SendAsync("Kokouskutsu"u8.ToArray(), "kutsu.txt");
        foreach (var id in new[] { bare, packed, clean }) Assert.Empty(await house.DeliverableAsync(id));

        await house.ScanAsync();

        foreach (var id in new[] { bare, packed })
        {
            var blob = await house.BlobAsync(id);
            Assert.Equal((BlobState.Infected, BlobReason.Malware), (blob.State, blob.Reason));
            Assert.StartsWith("Eicar-Test-Sig", blob.Signature, StringComparison.Ordinal);
            Assert.Empty(await house.DeliverableAsync(id));
        }

        Assert.Equal(BlobState.Clean, (await house.BlobAsync(clean)).State);
        Assert.Equal(["original"], await house.DeliverableAsync(clean));
        Assert.Equal("Kokouskutsu", await File.ReadAllTextAsync(Assert.Single(house.BlobFiles())));
    }

    [Fact]
    public async Task While_the_scanner_is_down_everything_waits_and_goes_on_when_it_is_back()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync("sqlite", clamd.Settings());
        await clamd.KillAsync();
        var id = await house.SendAsync("Odota"u8.ToArray());

        Assert.Equal((1, 0, 1), ReportOf(await house.ScanAsync()));
        Assert.Equal(BlobState.Checking, (await house.BlobAsync(id)).State);
        Assert.Empty(await house.DeliverableAsync(id));
        Assert.Equal(ScanningMode.Down, (await house.InAsync((IScanner s) => s.StateAsync(default))).Mode);

        await clamd.ResumeAsync();
        await house.ScanAsync();
        Assert.Equal(BlobState.Clean, (await house.BlobAsync(id)).State);
        Assert.Equal(["original"], await house.DeliverableAsync(id));
        Assert.Equal(ScanningMode.On, (await house.InAsync((IScanner s) => s.StateAsync(default))).Mode);
    }

    [Fact]
    public async Task What_the_scanner_gives_no_verdict_on_waits_and_holds_up_nothing_behind_it()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync("sqlite", clamd.Settings(), services => services
            .AddSingleton<IScanner>(p => new Choking(new ClamdScanner(p.GetRequiredService<BlobsSettings>(), p.GetRequiredService<Outbound>()), "tahma"u8.Length)));
        var sticky = await house.SendAsync("tahma"u8.ToArray());
        var behind = await house.SendAsync("Kokouskutsu"u8.ToArray());

        Assert.Equal((2, 1, 1), ReportOf(await house.ScanAsync()));
        Assert.Equal(BlobState.Checking, (await house.BlobAsync(sticky)).State);
        Assert.Empty(await house.DeliverableAsync(sticky));
        Assert.Equal(BlobState.Clean, (await house.BlobAsync(behind)).State);
    }

    [Fact]
    public async Task What_is_larger_than_the_scanner_looks_at_is_blocked_and_says_why()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync("sqlite", clamd.Settings(largest: 1000));
        var id = await house.SendAsync(Encoding.UTF8.GetBytes(new string('a', 1001)));
        await house.ScanAsync();

        var blob = await house.BlobAsync(id);
        Assert.Equal((BlobState.Unscannable, BlobReason.TooLarge), (blob.State, blob.Reason));
        Assert.Empty(await house.DeliverableAsync(id));
        Assert.Empty(house.BlobFiles());
    }

    [Fact]
    public async Task A_stream_longer_than_the_daemon_takes_is_blocked_too_when_the_setting_is_wrong()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync("sqlite", clamd.Settings(largest: 100_000_000));
        var id = await house.SendAsync(Encoding.UTF8.GetBytes(new string('a', 26 * 1024 * 1024)));
        await house.ScanAsync();

        var blob = await house.BlobAsync(id);
        Assert.Equal((BlobState.Unscannable, BlobReason.TooLarge), (blob.State, blob.Reason));
    }

    [Fact]
    public async Task Without_a_scanner_bytes_are_called_unchecked_and_are_scanned_once_there_is_one()
    {
        await using var clamd = await Clamd.StartAsync();
        await using var house = await TestHouse.OpenAsync("sqlite");
        var good = await house.SendAsync("Hyvä"u8.ToArray());
        var bad = await house.SendAsync(Clamd.Eicar);
        await house.ScanAsync();
        Assert.Equal(BlobState.Unchecked, (await house.BlobAsync(bad)).State);
        Assert.Equal(["original"], await house.DeliverableAsync(bad));

        var socket = clamd.Address["unix:".Length..];
        var scanner = new ClamdScanner(new BlobsSettings(house.Folder, 1, new UnixDomainSocketEndPoint(socket), 1000), Leading.To(socket));
        await house.InAsync(async (IServiceProvider services) =>
        {
            var job = new ScanJob(
                services.GetRequiredService<TupaDb>(), services.GetRequiredService<Writing>(), scanner, services.GetRequiredService<BlobBytes>(),
                services.GetRequiredService<Announcer>(), services.GetRequiredService<JobBell>(), house.Clock);
            await job.RunAsync(default);
        });
        Assert.Equal(BlobState.Clean, (await house.BlobAsync(good)).State);
        Assert.Equal(BlobState.Infected, (await house.BlobAsync(bad)).State);
        Assert.Empty(await house.DeliverableAsync(bad));
    }

    [Theory]
    [InlineData("stream: OK", VerdictKind.Clean)]
    [InlineData("stream: Win.Test.EICAR_HDB-1 FOUND", VerdictKind.Infected)]
    [InlineData("stream: Heuristics.Encrypted.Zip FOUND", VerdictKind.Encrypted)]
    [InlineData("stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND", VerdictKind.TooLarge)]
    [InlineData("INSTREAM size limit exceeded. ERROR", VerdictKind.TooLarge)]
    [InlineData("stream: Can't open file ERROR", VerdictKind.Unreadable)]
    [InlineData("", VerdictKind.Down)]
    [InlineData("stream: O", VerdictKind.Down)]
    public void Only_a_clear_OK_is_clean(string answer, object verdict) => Assert.Equal(verdict, ClamdScanner.Read(answer).Kind);

    [Fact]
    public void The_age_of_the_signatures_is_read_from_the_version()
    {
        var state = ClamdScanner.State("ClamAV 1.4.2/27650/Tue Nov  3 10:21:00 2026");
        Assert.Equal(new ScanningState(ScanningMode.On, "ClamAV 1.4.2", new DateTime(2026, 11, 3, 10, 21, 0, DateTimeKind.Utc)), state);
        Assert.Equal(new ScanningState(ScanningMode.On, "ClamAV 1.4.6"), ClamdScanner.State("ClamAV 1.4.6"));
    }

    /// <summary>The real daemon, whose line breaks at bytes of one length.</summary>
    private sealed class Choking(ClamdScanner daemon, long length) : IScanner
    {
        public bool IsOn => true;

        public Task<Verdict> ScanAsync(Stream bytes, long size, CancellationToken stop) =>
            size == length ? Task.FromResult(new Verdict(VerdictKind.Down)) : daemon.ScanAsync(bytes, size, stop);

        public Task<ScanningState> StateAsync(CancellationToken stop) => daemon.StateAsync(stop);
    }

    private static (int, int, int) ReportOf(JobReport report) => (report.Counted, report.Changed, report.Failed);
}
