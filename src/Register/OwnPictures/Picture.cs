using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Tupa.Blobs;
using Tupa.Kernel;

namespace Tupa.Register;

/// <summary>A person's picture of themself. Optional; gone everywhere the moment the row is, and at the end of the use of the house (<see cref="PictureEnds"/>).</summary>
internal sealed class Picture
{
    public required PersonId Person { get; init; }
    public required BlobId Blob { get; set; }

    /// <summary>New with every picture, and part of its address: nothing that kept the old one can show it as the new.</summary>
    public required Guid Key { get; set; }
    public required DateTime SetAt { get; set; }

    public static string Address(PersonId person, Guid key) => $"/people/{person}/picture?v={key:n}";

    /// <summary>Those of people whose use of the house lasts.</summary>
    public static IQueryable<Picture> Shown(TupaDb db, DateTime now) =>
        db.Set<Picture>().Where(r => db.Set<Person>().Any(p => p.Id == r.Person && now < p.UsedUntil));

    /// <summary>Those of people whose use of the house has ended: nobody is shown them any more.</summary>
    public static IQueryable<Picture> Over(TupaDb db, DateTime now) =>
        db.Set<Picture>().Where(r => db.Set<Person>().Any(p => p.Id == r.Person && p.UsedUntil <= now));
}

internal sealed class PictureTable : IEntityTypeConfiguration<Picture>
{
    public void Configure(EntityTypeBuilder<Picture> picture)
    {
        picture.ToTable("register_pictures");
        picture.HasKey(p => p.Person);
    }
}

/// <summary>The blobs that pictures point at; one that no picture points at any more is swept.</summary>
internal sealed class PictureBlobs : IBlobUse
{
    public IQueryable<BlobId> Used(TupaDb db) => db.Set<Picture>().Select(p => p.Blob);
}
