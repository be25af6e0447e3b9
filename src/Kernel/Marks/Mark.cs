using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Tupa.Kernel;

/// <summary>Something that is true of the whole database for as long as it lives.</summary>
internal sealed class Mark
{
    public const int LongestValue = 4000;

    public required string Name { get; init; }
    public required string Value { get; init; }
}

internal sealed class MarkTable : IEntityTypeConfiguration<Mark>
{
    public void Configure(EntityTypeBuilder<Mark> mark)
    {
        mark.ToTable("kernel_marks");
        mark.HasKey(m => m.Name);
        mark.Property(m => m.Name).HasMaxLength(40).Holding(Holds.Nobody);
        mark.Property(m => m.Value).HasMaxLength(Mark.LongestValue).Holding(Holds.Nobody);
    }
}
