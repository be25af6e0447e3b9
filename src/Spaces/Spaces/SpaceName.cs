using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>What stands beside a piece of content: the name of the space it is in.</summary>
public sealed class SpaceName
{
    public required SpaceId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Closed: read only.</summary>
    public required bool Closed { get; init; }
}

/// <summary>Names of spaces as a query to join to content that the reader already sees; it asks nothing about the reader itself.</summary>
public sealed class SpaceNames(TupaDb db)
{
    /// <summary>For statements that are compiled.</summary>
    public static readonly Part<Func<TupaDb, IQueryable<SpaceName>>> Of = new(db =>
        db.Set<Space>().Select(s => new SpaceName { Id = s.Id, Name = s.Name, Closed = s.ClosedAt != null }));

    public IQueryable<SpaceName> All => Of.In(db);
}
