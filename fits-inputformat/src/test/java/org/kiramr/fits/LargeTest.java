package org.kiramr.fits;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** A test of files of gigabytes, which takes minutes: only where it is asked for. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@EnabledIfSystemProperty(
    named = "kira.test.large",
    matches = "true",
    disabledReason = "takes minutes: -Dkira.test.large=true switches it on")
public @interface LargeTest {}
