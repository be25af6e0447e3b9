using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Spaces;

/// <summary>What people have reported, for those who tell whether two are one: counted, never shown.</summary>
internal sealed class ReportsMade(TupaDb db) : IPersonMade
{
    public IQueryable<PersonMade> Of(IReadOnlyCollection<PersonId> people) => db.Set<Report>().Where(r => r.Reporter != null && people.Contains(r.Reporter.Value))
        .Select(r => new PersonMade { Person = r.Reporter!.Value, Kind = MadeKind.Reports });
}
