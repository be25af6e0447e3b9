using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>Follows the memberships of a Popolo file to their persons, organs, posts, terms and to the memberships they stand in for.</summary>
internal sealed class PopoloSeats(PopoloFile popolo, Dictionary<string, Official> officials, Dictionary<string, PopoloOrgan> organs, FeedNotes notes)
{
    private readonly Dictionary<string, PopoloPost> _posts = popolo.Posts.GroupBy(p => p.Id).ToDictionary(g => g.Key, g => g.First(), StringComparer.Ordinal);
    private int _staff;

    public IReadOnlyList<Seat> Read(IReadOnlyList<PopoloSeat> told)
    {
        var seats = new Dictionary<string, (Seat Seat, PopoloPlace At)>(StringComparer.Ordinal);
        foreach (var one in told)
        {
            if (Of(one) is { } seat && !seats.TryAdd(seat.Key, (seat, one.At))) Wrong(one.Id is null ? DecisionText.SeatTwice : DeliveryText.Twice, one.At, "id");
        }

        foreach (var (seat, at) in seats.Values)
        {
            if (seat.StandsInFor is { } of && !(seats.TryGetValue(of, out var member) && member.Seat.Organ == seat.Organ)) Wrong(DecisionText.NoSuchSeat, at, "stands_in_for_id");
        }

        if (_staff > 0) notes.Remark(DecisionText.StaffLeftOut(_staff));
        return [.. seats.Values.Select(s => s.Seat)];
    }

    private Seat? Of(PopoloSeat one)
    {
        var post = one.Post is null ? null : _posts.GetValueOrDefault(one.Post);
        if (one.Post is not null && post is null) Wrong(DecisionText.NoSuchPost, one.At, "post_id");
        if (one.Person is null || !officials.ContainsKey(one.Person)) Wrong(DecisionText.NoSuchPerson, one.At, "person_id");

        var organ = (one.Organ ?? post?.Organ) is { } id ? organs.GetValueOrDefault(id) : null;
        if (organ is null) Wrong(DecisionText.NoSuchOrgan, one.At, "organization_id");

        var role = (one.Role ?? post?.Role) is { } written ? SeatRoles.Find(written) : null;
        if (role is null) Wrong(DecisionText.RoleUnknown, one.At, "role");
        if (role?.Reading == SeatReading.Nobody) _staff++;
        if (one.Person is null || organ is null || role is null or { Reading: SeatReading.Nobody }) return null;

        // A position without an id is known by its holder too: keys are unique in the file.
        var key = one.Id ?? $"{one.Person}:{Seat.KeyOf(organ.Id, role, one.First)}";
        if (key.Length > FieldRules.LongestKey) Wrong(DeliveryText.TooLong, one.At, "id");
        return new(key, one.Person, organ.Id, role, one.First, EndOf(one, organ, post), one.StandsInFor);
    }

    /// <summary>Its own end; else that of its term, its post or its organ, whichever comes first.</summary>
    private DateOnly? EndOf(PopoloSeat seat, PopoloOrgan organ, PopoloPost? post)
    {
        if (seat.Last is { } own) return own;

        return new[] { TermOf(seat, organ)?.Last, post?.End, organ.Dissolved }.Where(d => d is not null).DefaultIfEmpty(null).Min();
    }

    /// <summary>The term it names; else the organ's own term in which it begins, or the latest where its beginning is not told.</summary>
    private PopoloTerm? TermOf(PopoloSeat seat, PopoloOrgan organ)
    {
        if (seat.Term is { } id)
        {
            if (popolo.Terms.Find(t => t.Id == id) is { } named) return named;
            Wrong(DecisionText.NoSuchTerm, seat.At, "legislative_period_id");
        }

        var terms = popolo.Terms.Where(t => t.Organ == organ.Id).OrderBy(t => t.First).ToList();
        return seat.First is { } first ? terms.LastOrDefault(t => (t.First is null || t.First <= first) && (t.Last is null || first <= t.Last)) : terms.LastOrDefault();
    }

    private void Wrong(Text reason, PopoloPlace at, string property) => notes.Error(reason, null, at.Line, $"{at.Path}.{property}");
}
