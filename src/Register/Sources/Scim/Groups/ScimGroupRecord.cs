using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A group that the directory keeps. Its members are members by their assignments, and go with them.</summary>
internal sealed class ScimGroupRecord
{
    public required GroupId Group { get; init; }
    public string? ExternalId { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ChangedAt { get; set; }

    /// <summary>The directory has deleted it. The group stays as a name without members: spaces may have it among theirs, and it may come back.</summary>
    public DateTime? EndedAt { get; set; }

    /// <summary>What the group is called among the groups of the house.</summary>
    public static string CodeOf(GroupId id, string? externalId) => "scim:" + (externalId is { Length: <= 90 } key ? key : id.ToString());
}

internal sealed class ScimGroupRecordTable : IEntityTypeConfiguration<ScimGroupRecord>
{
    public void Configure(EntityTypeBuilder<ScimGroupRecord> group)
    {
        group.ToTable("register_scim_groups");
        group.HasKey(g => g.Group);
        group.Property(g => g.ExternalId).HasMaxLength(255).Holding(Holds.Nobody);
        group.HasIndex(g => g.ExternalId).IsUnique();
    }
}
