using Microsoft.EntityFrameworkCore;
using Tupa.Audit;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Takes in new users as a set: finds or makes the people, writes what is said of them, begins their assignments. As many statements for twenty as for one.</summary>
internal sealed class ScimArrivals(
    TupaDb db, Writing writing, AuditLog audit, ScimUserQueries users, ScimMatching matching, ScimCards cards, ScimPlacing places, SourceCuts cuts, IUserIdsOfOthers others, TimeProvider clock)
{
    private static readonly Actor By = ScimUserActions.By;

    /// <summary>Inside a writing. All refusals are known before the first row is written.</summary>
    public async Task<IReadOnlyList<ScimOutcome?>> MakeAsync(IReadOnlyList<(ScimUser? User, ScimError? Error)> said, int mostErrors, string root, CancellationToken stop)
    {
        var plans = await PlansAsync(said, mostErrors, stop);
        var coming = plans.Where(p => p is { Error: null }).Select(p => p!).ToList();
        var batch = Guid.CreateVersion7();
        foreach (var plan in coming) PutDown(plan, batch);

        var set = coming.ConvertAll(p => new ScimSaid(p.Person!.Value, p.Record!.Value, p.Said!, p.Made));
        if (set.Count > 0)
        {
            await cards.WriteAsync(set, await places.CityAsync(stop), batch, stop);
            await places.PlaceAsync(set, By, stop);
            await cuts.RestoreAsync([.. coming.Where(p => p.Said!.Active != false && p.Before is not null).Select(p => p.Record!.Value)], By, stop);
            await cuts.CutAsync([.. coming.Where(p => p.Said!.Active == false).Select(p => p.Record!.Value)], By, stop);
            await writing.FlushAsync(stop);
        }

        var made = await users.FindAsync([.. set.Select(s => s.Record)], root, stop);
        return [.. plans.Select(p => p is null ? null : p.Error is { } error ? ScimOutcome.No(error) : new ScimOutcome(made[p.Record!.Value]))];
    }

    /// <summary>What the SCIM source keeps of a user beside the card.</summary>
    public void Put(ScimUserRecord own, ScimUser said)
    {
        (own.UserName, own.ExternalId, own.PhoneFor, own.Place) = (said.Folded, said.ExternalId, said.PhoneFor, said.Place);
        (own.ChangedAt, own.EndAskedAt) = (clock.UtcNow(), null);
    }

    private async Task<IReadOnlyList<Plan?>> PlansAsync(IReadOnlyList<(ScimUser? User, ScimError? Error)> said, int mostErrors, CancellationToken stop)
    {
        var readable = said.Select(s => s.User).OfType<ScimUser>().ToList();
        var keys = readable.Select(s => s.ExternalId).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        var before = await db.Set<SourceRecord>().Where(r => r.Source == Source.Scim && r.Feed == "" && keys.Contains(r.Key))
            .Join(db.Set<ScimUserRecord>(), r => r.Id, u => u.Record, (r, u) => new Before(r, u)).ToDictionaryAsync(b => b.Record.Key, StringComparer.Ordinal, stop);
        var names = readable.ConvertAll(s => s.Folded);
        await db.Set<ScimUserRecord>().Where(u => u.UserName != null && names.Contains(u.UserName) && db.Set<SourceRecord>().Any(r => r.Id == u.Record && r.State == RecordState.Ended))
            .ExecuteUpdateAsync(set => set.SetProperty(u => u.UserName, (string?)null), stop);
        var matches = await matching.OfAsync([.. readable.Distinct()], stop);
        var gone = await others.AmongAsync([.. readable.Select(s => (s.Folded, s.ExternalId is { } key ? SourceKeys.Of(Source.Scim, "", key) : null))], stop);

        var (errors, claimed) = (0, new HashSet<string>(StringComparer.Ordinal));
        var plans = new List<Plan?>(said.Count);
        foreach (var (user, error) in said)
        {
            if (errors >= mostErrors)
            {
                plans.Add(null);
                continue;
            }

            var plan = user is null ? Plan.No(error!)
                : matches[user].Person is null && gone.Contains(user.Folded) ? Plan.No(ScimError.Taken(ScimText.UserNameTaken))
                : Planned(user, user.ExternalId is { } key ? before.GetValueOrDefault(key) : null, matches[user], claimed);
            if (plan.Error is not null) errors++;
            plans.Add(plan);
        }

        return plans;
    }

    private static Plan Planned(ScimUser said, Before? before, ScimMatch match, HashSet<string> claimed)
    {
        if (before is { Here: true } || (said.ExternalId is { } key && !claimed.Add($"key:{key}"))) return Plan.No(ScimError.Taken(ScimText.KeyTaken));
        if (!claimed.Add($"user:{said.Folded}")) return Plan.No(ScimError.Taken(ScimText.UserNameTaken));

        if (said.Email is { } mail && !claimed.Add($"mail:{mail.ToLowerInvariant()}")) return Plan.No(ScimError.Taken(ScimText.Doubtful));

        // The same key comes back to the same person, unless somebody else has the user ID by now.
        if (before is not null)
            return before.Record.Person is { } own && (match.Person is null || (match.Person == own && match.Alone)) ? new(said, own, before.Record.Id, before, null) : Plan.No(ScimError.Taken(ScimText.UserNameTaken));

        return match.Clear ? new(said, match.Person, null, null, null) : Plan.No(ScimError.Taken(match.ByUserId ? ScimText.UserNameTaken : ScimText.Doubtful));
    }

    private void PutDown(Plan plan, Guid batch)
    {
        var (said, now) = (plan.Said!, clock.UtcNow());
        if (plan.Person is null)
        {
            (plan.Person, plan.Made) = (PersonId.New(), true);
            db.Add(new Person { Id = plan.Person.Value, CreatedAt = now, SortKey = PersonNaming.SortKey(said.GivenName, said.FamilyName) });
        }

        if (plan.Before is { } back)
        {
            (back.Record.State, back.Record.LastBatch, back.Record.Said) = (RecordState.Live, batch, ScimUserActions.Digest(said));
            Put(back.User, said);
        }
        else
        {
            plan.Record = SourceRecordId.New();
            db.Add(new SourceRecord
            {
                Id = plan.Record.Value,
                Source = Source.Scim,
                Key = said.ExternalId ?? plan.Record.Value.ToString(),
                Person = plan.Person,
                LastBatch = batch,
                Said = ScimUserActions.Digest(said),
            });
            var own = new ScimUserRecord { Record = plan.Record.Value, CreatedAt = now, ChangedAt = now };
            Put(own, said);
            db.Add(own);
        }

        audit.Write(By, plan.Before is null ? "register.scim.user.made" : "register.scim.user.returned", plan.Record!.Value.Value, plan.Person);
    }

    /// <summary>A record that this directory has given before.</summary>
    private sealed record Before(SourceRecord Record, ScimUserRecord User)
    {
        public bool Here => Record.State == RecordState.Live && User.EndAskedAt is null;
    }

    /// <param name="Said">Null where it is refused.</param>
    /// <param name="Person">Null until it is made.</param>
    /// <param name="Record">As <paramref name="Person"/>.</param>
    private sealed record Plan(ScimUser? Said, PersonId? Person, SourceRecordId? Record, Before? Before, ScimError? Error)
    {
        public PersonId? Person { get; set; } = Person;
        public SourceRecordId? Record { get; set; } = Record;

        /// <summary>There was nobody: the person is made with the user.</summary>
        public bool Made { get; set; }

        public static Plan No(ScimError error) => new(null, null, null, null, error);
    }
}
