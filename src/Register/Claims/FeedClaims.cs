using Microsoft.EntityFrameworkCore;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What a source delivers is here because it delivered it: at least one delivery of it stands in the register.</summary>
internal abstract class SourceClaim(TupaDb db, Source source) : IClaimCheck
{
    public abstract string Key { get; }
    public abstract Text Promise { get; }

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Henkilöitä tästä lähteestä", Sv: "Personer från den här källan", En: "People from this source"),
        new(Fi: "Toimituksia rekisterissä", Sv: "Leveranser i registret", En: "Deliveries in the register"),
    ];

    public ClaimOwner Owner => ClaimOwner.Register;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var people = await db.Set<SourceRecord>().Where(r => r.Source == source && r.State == RecordState.Live && r.Person != null).Select(r => r.Person).Distinct().CountAsync(stop);
        var batches = await db.Set<Batch>().CountAsync(b => b.Source == source && b.State == BatchState.Applied, stop);
        return new(people > 0 || batches > 0 ? ClaimOutcome.Holds : ClaimOutcome.NotInUse, people, batches);
    }
}

/// <inheritdoc/>
internal sealed class DecisionsClaim(TupaDb db) : SourceClaim(db, Source.Decisions)
{
    public override string Key => "register.source.decisions";

    public override Text Promise => new(
        Fi: "Luottamushenkilöiden tiedot tulevat päätöksentekopalveluista.",
        Sv: "Uppgifterna om de förtroendevalda kommer från beslutsservicen.",
        En: "The data of elected officials comes from Decision-making Services.");
}

/// <inheritdoc/>
internal sealed class SchoolsClaim(TupaDb db) : SourceClaim(db, Source.Schools)
{
    public override string Key => "register.source.schools";

    public override Text Promise => new(
        Fi: "Opetuspalvelujen tiedot tulevat oppilastietojärjestelmästä.",
        Sv: "Undervisningstjänsternas uppgifter kommer från elevinformationssystemet.",
        En: "The data of education services comes from the student information system.");
}

/// <summary>Every source that the house fetches from by itself was asked in time and answered, and what came was used; what it may not hold was dropped, and counted.</summary>
internal sealed class FeedsClaim(TupaDb db, IEnumerable<IFeedPull> pulls, TimeProvider clock) : IClaimCheck
{
    /// <summary>A pull runs each minute when it is due; an hour is a scheduler that stands still.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromHours(1);

    /// <summary>How far back dropped fields are counted.</summary>
    private static readonly TimeSpan Lately = TimeSpan.FromDays(30);

    public string Key => "register.feeds";

    public Text Promise => new(
        Fi: "Tietolähteet luetaan ajallaan, ja niistä otetaan vain tässä selosteessa luetellut tiedot.",
        Sv: "Uppgiftskällorna läses i tid, och av dem tas bara de uppgifter som räknas upp i den här beskrivningen.",
        En: "The sources are read in time, and only the data listed in this statement is taken from them.");

    public IReadOnlyList<Text> Counted =>
    [
        new(Fi: "Lähteitä, jotka palvelu lukee itse", Sv: "Källor som tjänsten läser själv", En: "Sources the service reads by itself"),
        new(Fi: "Myöhässä tai vastaamatta", Sv: "Försenade eller utan svar", En: "Late or without an answer"),
        new(Fi: "Toimituksia 30 päivässä", Sv: "Leveranser på 30 dagar", En: "Deliveries in 30 days"),
        new(Fi: "Lukematta jätettyjä tietoja 30 päivässä", Sv: "Uppgifter som lämnats olästa på 30 dagar", En: "Fields left unread in 30 days"),
    ];

    public ClaimOwner Owner => ClaimOwner.Register;

    public async Task<ClaimFinding> CheckAsync(CancellationToken stop)
    {
        var now = clock.UtcNow();
        var asked = await db.Set<Pull>().AsNoTracking().ToDictionaryAsync(p => p.Format, stop);
        var own = pulls.Where(p => p.IsConfigured).ToList();
        var late = 0;
        foreach (var pull in own)
        {
            var last = asked.GetValueOrDefault(pull.Format)?.AskedAt;
            var failed = last is { } at && await db.Set<Batch>().AnyAsync(b => b.Format == pull.Format && b.SentAt == at && b.State == BatchState.Refused, stop);
            if (last is null || failed || pull.DueAfter(last, failed) + Patience < now) late++;
        }

        var since = now - Lately;
        var counts = await db.Set<Batch>().Where(b => b.SentAt >= since && (b.State == BatchState.Applied || b.State == BatchState.Tried)).Select(b => b.Counts).ToListAsync(stop);
        var dropped = counts.Sum(c => (long)DroppedIn(c));
        return new(
            late > 0 ? ClaimOutcome.Broken : own.Count + counts.Count > 0 ? ClaimOutcome.Holds : ClaimOutcome.NotInUse, own.Count, late, counts.Count, dropped);
    }

    private static int DroppedIn(string written) => Tupa.Register.Counted.Read(written).GetValueOrDefault(Tupa.Register.Counted.Dropped);
}
