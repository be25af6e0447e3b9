using Tupa.Kernel;
using Tupa.Register;

namespace Tupa.Files;

/// <summary>What people have attached, for those who tell whether two are one: counted, never shown.</summary>
internal sealed class FilesMade(TupaDb db) : IPersonMade
{
    public IQueryable<PersonMade> Of(IReadOnlyCollection<PersonId> people) => db.Set<AttachedFile>().Where(f => f.Author != null && people.Contains(f.Author.Value))
        .Select(f => new PersonMade { Person = f.Author!.Value, Kind = MadeKind.Files });
}
