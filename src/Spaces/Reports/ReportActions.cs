using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>Reports content, hides it, shows it again, or lets it stand.</summary>
internal sealed class ReportActions(
    Writing writing, TupaDb db, SpaceAccess access, Supervision supervision, IEnumerable<IHideable> rooms, Announcer announcer, AuditLog audit, TimeProvider clock)
{
    /// <param name="id">From the form, so that posting twice makes one.</param>
    public Task<Refusal?> ReportAsync(ReportId id, string kind, Guid thing, string? reason, Actor by, CancellationToken stop = default) =>
        writing.RunAsync(async () =>
        {
            if (await FindAsync(kind, thing, by, stop) is not { } found) return audit.Refused(by, "spaces.report.make", thing, Refusal.Absent);

            var words = (reason ?? "").Trim();
            if (words.Length == 0) return new(ReportText.ReasonNeeded);
            if (words.Length > Report.LongestReason) return new(SpaceText.TooLong(Report.LongestReason));
            if (await db.Set<Report>().AnyAsync(r => r.Id == id, stop)) return null;

            var readers = await ReadersAsync(found.Space, found.Thing.Author, stop);
            db.Add(new Report
            {
                Id = id,
                Space = found.Space.Id,
                Kind = kind,
                Thing = thing,
                Audience = found.Thing.Audience,
                Reporter = by.Person,
                Reason = words,
                At = clock.UtcNow(),
            });
            foreach (var reader in readers) db.Add(new ReportReader { Report = id, Person = reader });
            await announcer.AnnounceAsync([new ContentReported(id.Value, found.Space.Id, readers)], stop);
            audit.Write(by, "spaces.content.reported", thing, space: found.Space.Id.Value, count: readers.Count);
            return null;
        }, stop);

    /// <summary>Out of sight for all; every open report of it is handled by that.</summary>
    public Task<Refusal?> HideAsync(string kind, Guid thing, Actor by, CancellationToken stop = default) =>
        KeepAsync(kind, thing, by, "hide", async (room, space) =>
        {
            await room.HideAsync(thing, by, stop);
            await HandleAsync(kind, thing, by, stop);
            audit.Write(by, "spaces.content.hidden", thing, space: space.Id.Value);
        }, stop);

    public Task<Refusal?> UnhideAsync(string kind, Guid thing, Actor by, CancellationToken stop = default) =>
        KeepAsync(kind, thing, by, "unhide", async (room, space) =>
        {
            await room.UnhideAsync(thing, by, stop);
            audit.Write(by, "spaces.content.unhidden", thing, space: space.Id.Value);
        }, stop);

    /// <summary>The steward has looked and leaves it as it is.</summary>
    public Task<Refusal?> LetStandAsync(string kind, Guid thing, Actor by, CancellationToken stop = default) =>
        KeepAsync(kind, thing, by, "stand", async (_, space) =>
        {
            await HandleAsync(kind, thing, by, stop);
            audit.Write(by, "spaces.content.left", thing, space: space.Id.Value);
        }, stop);

    private Task<Refusal?> KeepAsync(string kind, Guid thing, Actor by, string deed, Func<IHideable, OpenSpace, Task> change, CancellationToken stop) =>
        writing.RunAsync(async () =>
        {
            if (await FindAsync(kind, thing, by, stop) is not { } found) return audit.Refused(by, $"spaces.content.{deed}", thing, Refusal.Absent);
            if (!found.Space.Can.Keep) return audit.Refused(by, $"spaces.content.{deed}", thing, SpaceText.NotYours);

            await change(found.Room, found.Space);
            return null;
        }, stop);

    /// <summary>The thing, if the actor is in its audience; asked in as many statements where it never was.</summary>
    private async Task<(IHideable Room, Hideable Thing, OpenSpace Space)?> FindAsync(string kind, Guid thing, Actor by, CancellationToken stop)
    {
        if (by.Person is null || rooms.FirstOrDefault(r => r.Kind == kind) is not { } room) return null;
        var found = (await room.FindAsync([thing], stop)).GetValueOrDefault(thing);
        var space = await access.OpenByAudienceAsync(found?.Audience ?? new AudienceId(Guid.Empty), by, stop);
        return found is not null && space is not null ? (room, found, space) : null;
    }

    private Task HandleAsync(string kind, Guid thing, Actor by, CancellationToken stop)
    {
        var now = clock.UtcNow();
        return db.Set<Report>().Where(r => r.Kind == kind && r.Thing == thing && r.HandledAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.HandledAt, now).SetProperty(r => r.HandledBy, by.Person), stop);
    }

    private async Task<IReadOnlyList<PersonId>> ReadersAsync(OpenSpace space, PersonId? author, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var readers = await db.Set<Membership>()
            .Where(m => m.Group == space.Members && m.Rank == (int)SpaceRole.Steward && m.FromUtc <= now && now < m.UntilUtc)
            .Select(m => m.Person).ToListAsync(stop);
        if (author is { } pupil)
        {
            readers.AddRange(await supervision.ClassTeachersOfAsync(pupil, stop));
            readers.AddRange(await supervision.SchoolOfficeOfAsync(pupil, stop));
        }

        return [.. readers.Distinct().Where(r => r != author)];
    }
}
