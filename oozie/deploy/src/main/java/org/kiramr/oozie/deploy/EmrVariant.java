package org.kiramr.oozie.deploy;

import java.util.List;

/** The properties for a cluster on Amazon EMR, with its data on S3. */
final class EmrVariant {
  private static final List<String> COMMENT =
      List.of(
          "For Amazon EMR, written by oozie-deploy --emr: name node, resource manager and Oozie are on the primary node.",
          "Images are on S3 and read through S3A; Oozie's server looks for their flags itself, so its oozie-site needs s3a in",
          "oozie.service.HadoopAccessorService.supported.filesystems. Catalogues are on HDFS: they are published by a rename,",
          "which S3 does not have. Keep a copy of a published night before the cluster ends:",
          "  s3-dist-cp --src CATALOGS/NIGHT/NNN --dest s3://BUCKET/kira/catalogs/NIGHT/NNN");

  private EmrVariant() {}

  /**
   * The same properties with the addresses and paths of EMR.
   *
   * @param primary the primary node's private DNS name
   * @param bucket the bucket of the images
   */
  static PropertiesFile of(PropertiesFile properties, String primary, String bucket) {
    return properties
        .with("nameNode", "hdfs://" + primary + ":8020")
        .with("resourceManager", primary + ":8032")
        .with("images", "s3a://" + bucket + "/kira/images")
        .headed(COMMENT);
  }
}
