using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What an assignment must fulfil before it may begin. Asked of a whole set in a fixed number of statements.</summary>
internal sealed class AssignmentRules(TupaDb db)
{
    public async Task<IReadOnlyDictionary<AssignmentId, Refusal>> RefusedAsync(IReadOnlyList<Beginning> many, CancellationToken stop)
    {
        var people = many.Select(b => b.Told.Person).Distinct().ToList();
        var others = many.SelectMany(b => new[] { b.Told.StandsInFor, b.Told.Sponsor?.SponsorAssignment }).OfType<AssignmentId>().Distinct().ToList();
        var here = (await db.Set<Person>().Where(p => people.Contains(p.Id)).Select(p => p.Id).ToListAsync(stop)).ToHashSet();
        var known = others.Count == 0 ? [] : await db.Set<Assignment>().Where(a => others.Contains(a.Id))
            .Select(a => new { a.Id, a.Population, a.LastDay }).ToDictionaryAsync(a => a.Id, a => (a.Population, a.LastDay), stop);

        return many
            .Select(b => (b.Id, Reason: Reason(b.Told, here, known)))
            .Where(r => r.Reason is not null)
            .ToDictionary(r => r.Id, r => new Refusal(r.Reason!.Value));
    }

    private static Text? Reason(NewAssignment told, HashSet<PersonId> here, Dictionary<AssignmentId, (Population Population, DateOnly LastDay)> known)
    {
        if (told.LastDay < told.FirstDay) return AssignmentText.DaysReversed;
        if (told.Unit is null && told.Organ is null) return AssignmentText.NoPlace;
        if (!here.Contains(told.Person)) return AssignmentText.NoPerson;
        if (told.Kind == AssignmentKind.Substitute && (told.StandsInFor is not { } absent || !known.ContainsKey(absent))) return AssignmentText.NobodyToStandInFor;
        if (told.Population != Population.Partner) return null;
        if (told.LastDay > told.FirstDay.AddMonths(12)) return AssignmentText.TooLong;

        return told.Sponsor is { } sponsor && known.TryGetValue(sponsor.SponsorAssignment, out var by) && by.Population == Population.Staff && told.LastDay <= by.LastDay
            ? null
            : AssignmentText.NoSponsor;
    }
}
