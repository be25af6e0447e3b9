using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Makes, changes and ends groups at the word of the directory.</summary>
internal sealed class ScimGroupActions(TupaDb db, Writing writing, AuditLog audit, ScimGroupQueries queries, GroupActions groups, TimeProvider clock)
{
    private static readonly Actor By = ScimUserActions.By;

    public async Task<ScimOutcome> MakeAsync(ScimGroup said, string root, CancellationToken stop)
    {
        try
        {
            return await writing.RunAsync(async () =>
            {
                var ended = said.ExternalId is null ? null : await db.Set<ScimGroupRecord>().FirstOrDefaultAsync(g => g.ExternalId == said.ExternalId, stop);
                if (ended is { EndedAt: null }) return ScimOutcome.No(ScimError.Taken(ScimText.KeyTaken));
                if (await NameTakenAsync(said.DisplayName, ended?.Group, stop)) return ScimOutcome.No(ScimError.Taken(ScimText.GroupNameTaken));

                if (await HeldAsync(said.Members, stop) is not { } held) return ScimOutcome.No(ScimError.Value(ScimText.NoSuchMember));

                var id = ended?.Group ?? PutDown(said);
                if (ended is not null) await WriteAsync(ended, said, stop);
                await PutMembersAsync(id, held, stop);
                audit.Write(By, ended is null ? "register.scim.group.made" : "register.scim.group.returned", id.Value);
                return new ScimOutcome(await queries.FindAsync(id, root, stop));
            }, stop);
        }
        catch (DbUpdateException)
        {
            return ScimOutcome.No(ScimError.Taken(ScimText.KeyTaken));
        }
    }

    /// <inheritdoc cref="ScimUserActions.ChangeAsync"/>
    public async Task<ScimOutcome> ChangeAsync(GroupId id, string? ifMatch, Func<JsonObject, (ScimGroup? Group, ScimError? Error)> change, string root, CancellationToken stop)
    {
        try
        {
            return await writing.RunAsync(async () =>
            {
                if (await queries.FindAsync(id, root, stop) is not { } stands) return ScimOutcome.No(ScimError.Absent);
                if (!ScimTags.Match(ifMatch, ScimJson.Version(stands))) return ScimOutcome.No(ScimError.Changed);

                var (said, error) = change(stands);
                if (said is null) return ScimOutcome.No(error!);
                if (await NameTakenAsync(said.DisplayName, id, stop)) return ScimOutcome.No(ScimError.Taken(ScimText.GroupNameTaken));

                var record = await db.Set<ScimGroupRecord>().SingleAsync(g => g.Group == id, stop);
                if (said.ExternalId is { } key && await db.Set<ScimGroupRecord>().AnyAsync(g => g.ExternalId == key && g.Group != id, stop))
                    return ScimOutcome.No(ScimError.Taken(ScimText.KeyTaken));
                if (await HeldAsync(said.Members, stop) is not { } held) return ScimOutcome.No(ScimError.Value(ScimText.NoSuchMember));

                await WriteAsync(record, said, stop);
                await PutMembersAsync(id, held, stop);
                audit.Write(By, "register.scim.group.changed", id.Value);
                return new ScimOutcome(await queries.FindAsync(id, root, stop));
            }, stop);
        }
        catch (DbUpdateException)
        {
            return ScimOutcome.No(ScimError.Taken(ScimText.KeyTaken));
        }
    }

    /// <summary>Nobody is in it any more; what it opened is shut at this instant.</summary>
    public Task<ScimOutcome> EndAsync(GroupId id, string? ifMatch, CancellationToken stop) => writing.RunAsync(async () =>
    {
        if (await queries.FindAsync(id, "", stop) is not { } stands) return ScimOutcome.No(ScimError.Absent);
        if (!ScimTags.Match(ifMatch, ScimJson.Version(stands))) return ScimOutcome.No(ScimError.Changed);

        var now = clock.UtcNow();
        var record = await db.Set<ScimGroupRecord>().SingleAsync(g => g.Group == id, stop);
        (record.EndedAt, record.ChangedAt) = (now, now);
        await db.Set<GroupMember>().Where(m => m.Group == id && now < m.UntilUtc).ExecuteUpdateAsync(set => set.SetProperty(m => m.UntilUtc, now), stop);
        await RecountAsync(id, stop);
        audit.Write(By, "register.scim.group.ended", id.Value);
        return new ScimOutcome(null);
    }, stop);

    private GroupId PutDown(ScimGroup said)
    {
        var (id, now) = (GroupId.New(), clock.UtcNow());
        db.Add(new Group { Id = id, Kind = GroupKind.HandMade, NameFi = said.DisplayName, NameSv = said.DisplayName, Code = ScimGroupRecord.CodeOf(id, said.ExternalId) });
        db.Add(new ScimGroupRecord { Group = id, ExternalId = said.ExternalId, CreatedAt = now, ChangedAt = now });
        return id;
    }

    private async Task WriteAsync(ScimGroupRecord record, ScimGroup said, CancellationToken stop)
    {
        var group = await db.Set<Group>().SingleAsync(g => g.Id == record.Group, stop);
        (group.NameFi, group.NameSv, group.Code) = (said.DisplayName, said.DisplayName, ScimGroupRecord.CodeOf(record.Group, said.ExternalId));
        (record.ExternalId, record.EndedAt, record.ChangedAt) = (said.ExternalId, null, clock.UtcNow());
        await writing.FlushAsync(stop);
    }

    private async Task<bool> NameTakenAsync(string name, GroupId? but, CancellationToken stop)
    {
        var called = await ScimGroupRead.In(db).Where(g => g.Id != (but ?? new GroupId(Guid.Empty))).Select(g => g.DisplayName).ToListAsync(stop);
        return called.Exists(n => string.Equals(n, name, StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>The assignments that the members have of the directory, by their plain ids; null where somebody has none.</summary>
    private async Task<Dictionary<Guid, Held>?> HeldAsync(IReadOnlyList<SourceRecordId> members, CancellationToken stop)
    {
        var now = clock.UtcNow();
        var held = await db.Set<Assignment>().Where(a => a.Source == Source.Scim && now < a.UntilUtc && a.Record != null && members.Contains(a.Record.Value))
            .Select(a => new Held(a.Id, a.Person, a.UntilUtc, a.Record!.Value)).ToListAsync(stop);
        return members.Except(held.Select(h => h.Record)).Any() ? null : held.ToDictionary(h => h.Assignment.Value);
    }

    /// <summary>Makes these the members: who is new begins now, who is missing ends now.</summary>
    private async Task PutMembersAsync(GroupId group, Dictionary<Guid, Held> held, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        var now = clock.UtcNow();
        var standing = await db.Set<GroupMember>().Where(m => m.Group == group).ToDictionaryAsync(m => m.Cause, stop);
        foreach (var gone in standing.Values.Where(m => now < m.UntilUtc && !held.ContainsKey(m.Cause))) gone.UntilUtc = now;
        foreach (var (cause, of) in held)
        {
            if (!standing.TryGetValue(cause, out var member))
                db.Add(new GroupMember { Person = of.Person, Group = group, Cause = cause, Because = Because.Assignment, FromUtc = now, UntilUtc = of.UntilUtc });
            else if (member.UntilUtc <= now) (member.FromUtc, member.UntilUtc) = (now, of.UntilUtc);
        }

        await RecountAsync(group, stop);
    }

    /// <summary>Whether the members of the spaces that have this group among theirs still see each other.</summary>
    private async Task RecountAsync(GroupId group, CancellationToken stop)
    {
        await writing.FlushAsync(stop);
        await groups.RecountCloseAsync(await db.Set<Inclusion>().Where(i => i.Part == group).Select(i => i.Whole).Distinct().ToListAsync(stop), stop);
    }

    private sealed record Held(AssignmentId Assignment, PersonId Person, DateTime UntilUtc, SourceRecordId Record);
}
