using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>
/// The own picture goes with the use of the house (class TT-14). From that tick nothing shows it, because every query asks whether
/// the use lasts; the row, the bytes and what was made of them go in the same transaction where it ends now, and within a minute
/// where it ended by the calendar; a legal hold keeps them until it is over. Safe to run twice, safe to stop midway.
/// </summary>
internal sealed class PictureEnds(TupaDb db, Writing writing, IErasing erasing, BlobRelease release, AuditLog audit, TimeProvider clock) : IJob, IHear<AssignmentEnded>
{
    private const int AtOnce = 200;
    private static readonly Actor House = Actor.House("register.picture-ends");

    public async Task HearAsync(IReadOnlyList<AssignmentEnded> announced, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var people = announced.Where(a => a.Last && a.At <= now).Select(a => a.Person).Distinct().ToList();
        if (people.Count > 0) await LetGoAsync(Over(now).Where(p => people.Contains(p.Person)), stop);
    }

    public async Task<JobReport> RunAsync(CancellationToken stop)
    {
        var gone = 0;
        while (await writing.RunAsync(() => LetGoAsync(Over(clock.UtcNow()).OrderBy(p => p.Person).Take(AtOnce), stop), stop) is > 0 and var some) gone += some;
        return new(Counted: gone, Changed: gone);
    }

    private IQueryable<Picture> Over(DateTime now)
    {
        var held = erasing.Held;
        return Picture.Over(db, now).Where(p => !held.Contains(p.Person));
    }

    private async Task<int> LetGoAsync(IQueryable<Picture> over, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var going = await over.Select(p => new { p.Person, p.Blob }).ToListAsync(stop);
        if (going.Count == 0) return 0;

        var people = going.ConvertAll(g => g.Person);
        await db.Set<Picture>().Where(p => people.Contains(p.Person)).ExecuteDeleteAsync(stop);
        await release.LetGoAsync(going.ConvertAll(g => g.Blob), stop);
        foreach (var person in people) audit.Write(House, "register.picture.ended", person.Value, person);
        return going.Count;
    }
}
