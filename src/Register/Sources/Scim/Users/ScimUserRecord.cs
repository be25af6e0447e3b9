using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>What the SCIM source keeps beside its record of a person. Its id is what SCIM calls the user.</summary>
internal sealed class ScimUserRecord
{
    public required SourceRecordId Record { get; init; }

    /// <summary>The user ID, folded: no two users have one. Null once the record has ended.</summary>
    public string? UserName { get; set; }

    /// <summary>What the directory calls the user; null where it has no name for it, and the record's key is our own id.</summary>
    public string? ExternalId { get; set; }
    public ScimPhone PhoneFor { get; set; }
    public ScimPlace Place { get; set; }
    public required DateTime CreatedAt { get; init; }
    public required DateTime ChangedAt { get; set; }

    /// <summary>The directory has deleted the user, and so many others that a person must look before anything ends.</summary>
    public DateTime? EndAskedAt { get; set; }
}

internal sealed class ScimUserRecordTable : IEntityTypeConfiguration<ScimUserRecord>
{
    public void Configure(EntityTypeBuilder<ScimUserRecord> user)
    {
        user.ToTable("register_scim_users");
        user.HasKey(u => u.Record);
        user.Property(u => u.UserName).HasMaxLength(200).Holding(Holds.Person);
        user.Property(u => u.ExternalId).HasMaxLength(255).Holding(Holds.Person);
        user.HasIndex(u => u.UserName).IsUnique();

        // What waits for a person, and nothing else: SQLite would take an index of all for the way to those who are here.
        user.HasIndex(u => u.EndAskedAt).HasFilter("end_asked_at is not null");
    }
}
