using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Tests;

/// <summary>Words for tests about bytes.</summary>
internal static class BlobHouse
{
    /// <summary>Sends bytes past the web, as a room would.</summary>
    public static async Task<BlobId> SendAsync(this TestHouse house, byte[] bytes, string name = "file")
    {
        var (id, refusal) = await house.TrySendAsync(bytes, name);
        Assert.Null(refusal);
        return id!.Value;
    }

    public static async Task<(BlobId? Id, Refusal? Refusal)> TrySendAsync(this TestHouse house, byte[] bytes, string name = "file")
    {
        await using var scope = house.Services.CreateAsyncScope();
        var receiving = scope.ServiceProvider.GetRequiredService<Receiving>();
        var (received, refusal) = await receiving.ReceiveAsync(new MemoryStream(bytes), name, default);
        if (received is null) return (null, refusal);

        var id = await scope.ServiceProvider.GetRequiredService<Writing>().RunAsync<BlobId>(() => receiving.AddAsync(received, default));
        return (id, null);
    }

    public static Task<Blob> BlobAsync(this TestHouse house, BlobId id) => house.ReadAsync(db => db.Set<Blob>().SingleAsync(b => b.Id == id));

    public static Task<List<Rendition>> RenditionsAsync(this TestHouse house, BlobId id) =>
        house.ReadAsync(db => db.Set<Rendition>().Where(r => r.Blob == id).OrderBy(r => r.Name).ToListAsync());

    public static Task<List<string>> DeliverableAsync(this TestHouse house, BlobId id) =>
        house.InAsync((Delivery delivery) => delivery.Deliverable().Where(r => r.Blob == id).Select(r => r.Name).OrderBy(n => n).ToListAsync());

    public static Task<JobReport> ScanAsync(this TestHouse house) => house.InAsync((ScanJob job) => job.RunAsync(default));

    public static Task<JobReport> PrepareAsync(this TestHouse house) => house.InAsync((MediaJob job) => job.RunAsync(default));

    public static Task<JobReport> SweepAsync(this TestHouse house) => house.InAsync((BlobSweep job) => job.RunAsync(default));

    /// <summary>Every file of the blob folder.</summary>
    public static IReadOnlyList<string> BlobFiles(this TestHouse house) =>
        Path.Combine(house.Folder, "blobs") is var folder && Directory.Exists(folder) ? Directory.GetFiles(folder, "*", SearchOption.AllDirectories) : [];

    public static string FileOf(this TestHouse house, Rendition rendition) =>
        Path.Combine(house.Folder, "blobs", rendition.Sha256[..2], rendition.Sha256[2..4], rendition.Sha256);
}
