using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A source has cut a person's sign-in: at once, and until it says otherwise. Assignments and what they give stay.</summary>
internal sealed class SourceCut
{
    /// <summary>Whose word it is. Each source lifts its own cut only.</summary>
    public required SourceRecordId Record { get; init; }
    public required PersonId Person { get; init; }

    /// <summary>May lie ahead: an account that will expire.</summary>
    public required DateTime CutAt { get; set; }
}

internal sealed class SourceCutTable : IEntityTypeConfiguration<SourceCut>
{
    public void Configure(EntityTypeBuilder<SourceCut> cut)
    {
        cut.ToTable("register_cuts");
        cut.HasKey(c => c.Record);

        // The door asks of everybody who comes.
        cut.HasIndex(c => c.Person);
    }
}
