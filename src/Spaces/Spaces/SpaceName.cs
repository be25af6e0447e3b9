using Tupa.Kernel;

namespace Tupa.Spaces;

/// <summary>What stands beside a piece of content: the name of the space it is in.</summary>
public sealed class SpaceName
{
    public required SpaceId Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Closed: read only.</summary>
    public required bool Closed { get; init; }

    /// <summary>Who looks at what is in it is noted.</summary>
    public required bool Confidential { get; init; }
}

/// <summary>Names of spaces as a query to join to content that the reader already sees; it asks nothing about the reader itself.</summary>
public sealed class SpaceNames(TupaDb db)
{
    /// <summary>For statements that are compiled.</summary>
    public static readonly Part<Func<TupaDb, IQueryable<SpaceName>>> Of = new(db =>
        db.Set<Space>().Select(s => new SpaceName { Id = s.Id, Name = s.Name, Closed = s.ClosedAt != null, Confidential = s.Confidentiality == Confidentiality.Confidential }));

    public IQueryable<SpaceName> All => Of.In(db);

    /// <summary>For readers who are no members: of a confidential space not even the name is told.</summary>
    public IQueryable<SpaceName> Tellable => db.Set<Space>().Where(s => s.Confidentiality < Confidentiality.Confidential)
        .Select(s => new SpaceName { Id = s.Id, Name = s.Name, Closed = s.ClosedAt != null, Confidential = false });
}
