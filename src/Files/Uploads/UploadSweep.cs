using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Files;

/// <summary>Uploads that nobody attached within a day are let go; their bytes follow with the sweep of blobs. Safe to run twice.</summary>
internal sealed class UploadSweep(Writing writing, TupaDb db, AuditLog audit, TimeProvider clock) : IJob
{
    public Task<JobReport> RunAsync(CancellationToken stop) => writing.RunAsync(async () =>
    {
        var limit = clock.UtcNow() - Upload.Patience;
        var swept = await db.Set<Upload>().Where(u => u.At < limit).ExecuteDeleteAsync(stop);
        if (swept > 0) audit.Write(Actor.House("files.upload-sweep"), "files.uploads.swept", count: swept);
        return new JobReport(Changed: swept);
    }, stop);
}
