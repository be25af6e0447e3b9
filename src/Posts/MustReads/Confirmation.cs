using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Posts;

/// <summary>A person says that a must-read has been read (kuittaus).</summary>
internal sealed class Confirmation
{
    public required PostId Post { get; init; }
    public required PersonId Person { get; init; }
    public required DateTime At { get; init; }
}

internal sealed class ConfirmationTable : IEntityTypeConfiguration<Confirmation>
{
    public void Configure(EntityTypeBuilder<Confirmation> confirmation)
    {
        confirmation.ToTable("posts_confirmations");
        confirmation.HasKey(c => new { c.Post, c.Person });
        confirmation.HasIndex(c => c.Person);
    }
}
